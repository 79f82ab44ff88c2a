package io.loanflow.servicing;

import io.loanflow.application.RepaymentSchedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a loan's schedule and what was paid of it; amounts in AUD.
 *
 * @param number counts from 1
 * @param periodStart first day of the period that its interest is for
 * @param balance principal left after it
 * @param charged whether its interest is in the ledger
 * @param lateSince since when it counts for the arrears of the loan
 * @param madeBy the payment that paid the loan out early and made this last line
 */
public record Instalment(
        long id,
        int number,
        LocalDate periodStart,
        LocalDate dueDate,
        BigDecimal interest,
        BigDecimal principal,
        BigDecimal balance,
        Paid paid,
        boolean charged,
        @Nullable LocalDate lateSince,
        @Nullable Long madeBy) {

    /**
     * What was paid of a line.
     *
     * @param on the day on which it was paid in full, null while it is not
     */
    public record Paid(
            BigDecimal interest,
            BigDecimal principal,
            @Nullable LocalDate on) {

        public static final Paid NOTHING = new Paid(new BigDecimal("0.00"), new BigDecimal("0.00"), null);

        public BigDecimal total() {
            return interest.add(principal);
        }
    }

    /** A line before it is stored; what its parts mean is said above. */
    public record New(
            int number,
            LocalDate periodStart,
            LocalDate dueDate,
            BigDecimal interest,
            BigDecimal principal,
            BigDecimal balance,
            @Nullable Long madeBy) {}

    /** The same with something else paid of it. */
    Instalment with(Paid now) {
        return new Instalment(
                id, number, periodStart, dueDate, interest, principal, balance, now, charged, lateSince, madeBy);
    }

    public BigDecimal amount() {
        return interest.add(principal);
    }

    public BigDecimal owed() {
        return amount().subtract(paid.total());
    }

    public boolean isPaid() {
        return paid.on() != null;
    }

    /** Its interest is owed on that day. */
    boolean isDue(LocalDate on) {
        return !dueDate.isAfter(on);
    }

    /** How it stands on that day, in one word. */
    public String status(LocalDate today) {
        if (isPaid()) {
            return "paid";
        }
        if (lateSince != null) {
            return "in_arrears";
        }
        if (dueDate.isBefore(today)) {
            return "overdue";
        }
        return paid.total().signum() > 0 ? "partially_paid" : "upcoming";
    }

    RepaymentSchedule.Line asLine() {
        return new RepaymentSchedule.Line(number, dueDate, amount(), interest, principal, balance);
    }
}
