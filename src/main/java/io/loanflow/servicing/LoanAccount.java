package io.loanflow.servicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A loan with its schedule, what was received, and the fees that are owed.
 *
 * @param instalments oldest first
 * @param unpaidFees in AUD
 */
record LoanAccount(FundedLoan loan, List<Instalment> instalments, List<Payment> payments, BigDecimal unpaidFees) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** What settles everything with money received on that day. Source: domain "Money". */
    PayoutFigure payout(LocalDate on) {
        var due = instalments.stream().filter(line -> line.isDue(on)).toList();
        var later = instalments.stream().filter(line -> !line.isDue(on)).toList();
        return new PayoutFigure(
                on,
                sum(instalments, line -> line.principal().subtract(line.paid().principal())),
                sum(due, line -> line.interest().subtract(line.paid().interest())),
                later.isEmpty() ? NOTHING : accrued(later.get(0), on),
                sum(later, line -> line.paid().interest()),
                unpaidFees);
    }

    /** The interest of a period up to a day in it, by days. */
    private static BigDecimal accrued(Instalment current, LocalDate on) {
        long days = Math.max(0, ChronoUnit.DAYS.between(current.periodStart(), on));
        long period = Math.max(1, ChronoUnit.DAYS.between(current.periodStart(), current.dueDate()));
        return current.interest()
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(period), 2, RoundingMode.HALF_UP);
    }

    /** Lines whose interest is owed, but not in the ledger yet. */
    List<Instalment> toCharge(LocalDate on) {
        return instalments.stream()
                .filter(line -> !line.charged() && !line.dueDate().isAfter(on))
                .toList();
    }

    List<Instalment> notDue(LocalDate on) {
        return instalments.stream().filter(line -> !line.isDue(on)).toList();
    }

    boolean isRepaid() {
        return instalments.stream().allMatch(Instalment::isPaid);
    }

    boolean isNothingOwed() {
        return isRepaid() && unpaidFees.signum() == 0;
    }

    /** The same with the received money spread over the instalments anew. */
    LoanAccount allocated() {
        var paid = Allocation.of(instalments, payments);
        var lines = new ArrayList<Instalment>();
        for (int i = 0; i < paid.size(); i++) {
            lines.add(instalments.get(i).with(paid.get(i)));
        }
        return new LoanAccount(loan, lines, payments, unpaidFees);
    }

    boolean isInArrears() {
        return instalments.stream().anyMatch(line -> line.lateSince() != null && !line.isPaid());
    }

    /** What is overdue on that day, oldest first. */
    List<Instalment> overdue(LocalDate today) {
        return instalments.stream()
                .filter(line -> !line.isPaid() && line.dueDate().isBefore(today))
                .toList();
    }

    static BigDecimal sum(List<Instalment> lines, Function<Instalment, BigDecimal> what) {
        return lines.stream().map(what).reduce(NOTHING, BigDecimal::add);
    }
}
