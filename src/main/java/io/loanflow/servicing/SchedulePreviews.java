package io.loanflow.servicing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.CalculationLimits;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.application.RepaymentSchedule.Loan;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schedules of loans that nobody has asked for yet, by the same code as those of contracts. */
@Component
public class SchedulePreviews {

    /** How far from today a first instalment may be due. */
    private static final int YEARS = 100;

    private final InputReader inputs;
    private final CalculationLimits limits;
    private final Clock clock;

    SchedulePreviews(InputReader inputs, CalculationLimits limits, Clock clock) {
        this.inputs = inputs;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param entered a {@link ScheduleRequest}
     * @throws Problem 400 with every violation
     */
    public Schedule of(JsonNode entered) {
        var today = LocalDate.now(clock);
        var request = read(entered, today);
        var loan = new Loan(
                requireNonNull(request.amount()),
                requireNonNull(request.rate()),
                requireNonNull(request.term()),
                requireNonNull(request.frequency()),
                requireNonNullElse(request.capitalisedMonths(), 0));
        var firstDue = request.firstDue();
        return Schedule.of(
                firstDue == null ? RepaymentSchedule.of(loan, today) : RepaymentSchedule.firstDue(loan, firstDue));
    }

    private ScheduleRequest read(JsonNode entered, LocalDate today) {
        var reading = inputs.tryRead(entered, ScheduleRequest.class);
        var request = reading.value();
        var violations = new ArrayList<>(reading.violations());
        if (request != null) {
            violations.addAll(limits.check(request.amount(), request.term(), request.rate()));
            check(request.firstDue(), today, violations);
        }
        if (request == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return request;
    }

    private static void check(@Nullable LocalDate day, LocalDate today, List<Violation> violations) {
        if (day != null && (day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS)))) {
            violations.add(new Violation(
                    "/first_due", "out_of_range", "The first instalment is due within " + YEARS + " years of today."));
        }
    }
}
