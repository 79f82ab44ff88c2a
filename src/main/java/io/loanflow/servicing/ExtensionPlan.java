package io.loanflow.servicing;

import io.loanflow.application.LevelLoan;
import io.loanflow.application.Repayment;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What new terms make of the lines that are neither due nor paid in part.
 *
 * @param gone those lines, oldest first
 * @param left their principal
 * @param firstDue of the new lines; null when there is nothing to replace
 */
record ExtensionPlan(
        List<Instalment> gone,
        BigDecimal left,
        LevelLoan level,
        @Nullable LocalDate firstDue) {

    /** How long a loan may run on. */
    private static final int YEARS = 40;

    /** @throws Problem 422 with everything that does not fit */
    static ExtensionPlan of(LoanAccount account, ExtensionTerms terms, LocalDate today) {
        var gone = account.notDue(today).stream()
                .filter(line -> line.paid().total().signum() == 0)
                .toList();
        var left = LoanAccount.sum(gone, Instalment::principal);
        var level = new LevelLoan(
                Optional.ofNullable(terms.amount()).orElse(left),
                terms.rate(),
                terms.repayment(),
                account.loan().frequency());
        var plan = new ExtensionPlan(gone, left, level, firstDue(gone, terms));
        var violations = plan.violations(today);
        if (!violations.isEmpty()) {
            throw Problem.of(422, "Not possible on these terms", violations);
        }
        return plan;
    }

    /** What is paid out in addition, in AUD. */
    BigDecimal advance() {
        return level.amount().subtract(left);
    }

    RepaymentSchedule schedule() {
        return RepaymentSchedule.level(level, Objects.requireNonNull(firstDue));
    }

    private static @Nullable LocalDate firstDue(List<Instalment> gone, ExtensionTerms terms) {
        return gone.isEmpty()
                ? null
                : Optional.ofNullable(terms.firstDue()).orElse(gone.get(0).dueDate());
    }

    private List<Violation> violations(LocalDate today) {
        var violations = new ArrayList<Violation>();
        if (gone.isEmpty()) {
            violations.add(new Violation(
                    "", "nothing_to_come", "Every instalment is due or paid: there is nothing left to be extended."));
        }
        if (level.amount().compareTo(left) < 0) {
            violations.add(new Violation(
                    "/amount",
                    "below_principal",
                    "The principal that is not due yet is " + left + "; the new amount cannot be less."));
        }
        ofTheRepayment().ifPresent(violations::add);
        if (firstDue != null && isOutOfRange(firstDue, today)) {
            violations.add(new Violation(
                    "/first_due",
                    "out_of_range",
                    "The first new instalment is due after today and "
                            + gone.get(0).periodStart()
                            + ", and not after "
                            + latestFirstDue() + "."));
        }
        return violations;
    }

    private Optional<Violation> ofTheRepayment() {
        var payments = level.payments();
        if (payments.isEmpty()) {
            return Optional.of(
                    new Violation(
                            "/repayment",
                            "only_interest",
                            "The repayment does not exceed the interest of the first period; the loan would never be paid off."));
        }
        return payments.getAsInt() <= YEARS * Repayment.periodsAYear(level.frequency())
                ? Optional.empty()
                : Optional.of(new Violation(
                        "/repayment", "too_many_payments", "It would take more than " + YEARS + " years."));
    }

    /** Days before the first new period cost no interest, so there are not many. */
    private LocalDate latestFirstDue() {
        return Repayment.after(gone.get(0).dueDate(), 1, level.frequency());
    }

    private boolean isOutOfRange(LocalDate first, LocalDate today) {
        return !first.isAfter(today) || !first.isAfter(gone.get(0).periodStart()) || first.isAfter(latestFirstDue());
    }
}
