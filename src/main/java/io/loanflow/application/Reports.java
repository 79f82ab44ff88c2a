package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.people.Directory;
import io.loanflow.people.QuantitySurveyors;
import io.loanflow.people.Valuers;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Money;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of valuers and quantity surveyors, entered with an application. */
@Component
public class Reports {

    private final LoanApplications applications;
    private final Valuers valuers;
    private final QuantitySurveyors surveyors;
    private final Visibility visibility;
    private final ApplicationLock lock;
    private final Positions positions;
    private final Tasks tasks;
    private final LoanOrigination process;
    private final InputReader inputs;
    private final Clock clock;

    Reports(
            LoanApplications applications,
            Valuers valuers,
            QuantitySurveyors surveyors,
            Visibility visibility,
            ApplicationLock lock,
            Positions positions,
            Tasks tasks,
            LoanOrigination process,
            InputReader inputs,
            Clock clock) {
        this.applications = applications;
        this.valuers = valuers;
        this.surveyors = surveyors;
        this.visibility = visibility;
        this.lock = lock;
        this.positions = positions;
        this.tasks = tasks;
        this.process = process;
        this.inputs = inputs;
        this.clock = clock;
    }

    /**
     * What a valuer found all securities to be worth together.
     *
     * @param amount in AUD
     */
    public record Valued(
            @NotNull(message = "is needed") @Money(zero = false) @Nullable
            BigDecimal amount,

            @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate date,

            @Nullable Integer valuerId) {}

    /**
     * What a quantity surveyor found building to cost.
     *
     * @param amount in AUD
     */
    public record Surveyed(
            @NotNull(message = "is needed") @Money(zero = false) @Nullable
            BigDecimal amount,

            @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate date,

            @Nullable Integer quantitySurveyorId) {}

    /**
     * Enters a valuation; the application is assessed anew.
     *
     * @throws Problem 404, 403 not this person, 409 not in this stage, 400 with every violation
     */
    @Transactional
    public void value(String reference, JsonNode entered, Viewer viewer) {
        require(reference, viewer);
        var report = read(entered, Valued.class, "/valuer_id", "valuer", valuers, Valued::valuerId);
        applications.recordValuation(
                reference,
                new LoanApplication.Valuation(
                        Objects.requireNonNull(report.amount()), report.date(), report.valuerId(), viewer.userId()),
                clock.instant());
        process.figuresChanged(reference);
        tasks.briefAnew(reference);
    }

    /**
     * Enters a quantity survey; no rule computes with it.
     *
     * @throws Problem 404, 403 not this person, 409 not in this stage, 400 with every violation
     */
    @Transactional
    public void survey(String reference, JsonNode entered, Viewer viewer) {
        require(reference, viewer);
        var report = read(
                entered,
                Surveyed.class,
                "/quantity_surveyor_id",
                "quantity surveyor",
                surveyors,
                Surveyed::quantitySurveyorId);
        applications.recordSurvey(
                reference,
                new LoanApplication.Survey(
                        Objects.requireNonNull(report.amount()), report.date(), report.quantitySurveyorId()),
                clock.instant());
        applications.recordEdit(reference, viewer.userId(), clock.instant(), Set.of("quantity_survey"), false);
    }

    private void require(String reference, Viewer caller) {
        var viewer = visibility.require(caller, reference);
        if (!viewer.in("admin", "credit", "bd")) {
            throw Problem.forbidden("Valuations and surveys are entered by these groups: admin, credit, bd.");
        }
        lock.acquire(reference);
        Editing.require(positions.of(reference), viewer);
    }

    private <T> T read(
            JsonNode entered,
            Class<T> type,
            String pointer,
            String what,
            Directory<?> directory,
            Function<T, @Nullable Integer> named) {
        var reading = inputs.tryRead(entered, type);
        var violations = new ArrayList<>(reading.violations());
        var report = reading.value();
        var id = report == null ? null : named.apply(report);
        if (id != null && directory.names(Set.of(id)).isEmpty()) {
            violations.add(new Violation(pointer, "unknown", "There is no " + what + " " + id + "."));
        }
        if (report == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return report;
    }
}
