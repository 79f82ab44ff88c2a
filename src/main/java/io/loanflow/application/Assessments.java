package io.loanflow.application;

import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs of the eligibility rules, kept with the application as the evidence of its decision. */
@Component
public class Assessments {

    private final LoanApplications applications;
    private final AssessmentLog log;
    private final Eligibility eligibility;
    private final Clock clock;

    Assessments(LoanApplications applications, AssessmentLog log, Eligibility eligibility, Clock clock) {
        this.applications = applications;
        this.log = log;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /**
     * An assessment that was kept.
     *
     * @param overrideReason why it was approved although a rule refused
     */
    public record Kept(
            Instant at,
            Assessment assessment,
            @Nullable String overrideReason,
            @Nullable String by) {}

    /** What the process has to know after an assessment. */
    public record Outcome(boolean eligible, boolean valuationOutstanding) {}

    /** Assesses what was applied for, keeps the result and answers it. */
    public Outcome assess(String reference) {
        var application = require(reference);
        var assessment = eligibility.assess(application, Terms.asAppliedFor(application));
        log.keep(reference, new Kept(clock.instant(), assessment, null, null));
        return new Outcome(assessment.eligible(), Valuations.isOutstanding(application));
    }

    /** Every run, oldest first. */
    public List<Kept> of(String reference) {
        return log.of(reference);
    }

    private LoanApplication require(String reference) {
        return applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
    }
}
