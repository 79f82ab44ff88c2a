package io.loanflow.application;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Blank;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Formal approvals on recorded terms. */
@Component
public class Approvals {

    static final String EXPIRY_TABLE = "setApprovalExpiry";
    static final String OVERRIDE_REASON = "overrideReason";

    private final LoanApplications applications;
    private final ApprovalRegister register;
    private final AssessmentLog assessments;
    private final Eligibility eligibility;
    private final EnteredTerms enteredTerms;
    private final Decisions decisions;
    private final CurrentUser currentUser;
    private final Clock clock;

    Approvals(
            LoanApplications applications,
            ApprovalRegister register,
            AssessmentLog assessments,
            Eligibility eligibility,
            EnteredTerms enteredTerms,
            Decisions decisions,
            CurrentUser currentUser,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.assessments = assessments;
        this.eligibility = eligibility;
        this.enteredTerms = enteredTerms;
        this.decisions = decisions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Records the terms, and the assessment that they passed or were approved against.
     *
     * @param entered what came with the decision, by the names of its form
     * @return the moment the approval expires: the end of its last day in the business zone
     */
    public Instant approve(String reference, Map<String, Object> entered) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        var terms = enteredTerms.read(application, entered);
        var by = currentUser.find().map(Viewer::userId).orElse(null);
        var now = clock.instant();
        var expiresOn = terms.expiry() == null ? usualExpiry(application) : terms.expiry();
        var override = Blank.toNull(entered.get(OVERRIDE_REASON));
        assessments.keep(reference, new Assessments.Kept(now, eligibility.assess(application, terms), override, by));
        register.add(reference, terms, expiresOn, override, by, now);
        return expiresOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate usualExpiry(LoanApplication application) {
        var rows = decisions.decide(
                EXPIRY_TABLE,
                Collections.singletonMap("applicationType", application.data().applicationType()));
        return LocalDate.now(clock)
                .plusDays(Integer.parseInt(String.valueOf(rows.get(0).get("days"))));
    }
}
