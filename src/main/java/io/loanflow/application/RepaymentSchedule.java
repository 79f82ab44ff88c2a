package io.loanflow.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What is to be paid when, from the first instalment to the last, which settles the balance to exactly 0.00.
 *
 * @param lines oldest first
 */
public record RepaymentSchedule(List<Line> lines) {

    /** Payments of a level schedule: more than a century of weeks. */
    public static final int LONGEST = 10_000;

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public RepaymentSchedule {
        lines = List.copyOf(lines);
    }

    /**
     * One instalment; amounts in AUD.
     *
     * @param number counts from 1
     * @param balance what is owed after it
     */
    public record Line(
            int number,
            LocalDate dueDate,
            BigDecimal payment,
            BigDecimal interest,
            BigDecimal principal,
            BigDecimal balance) {}

    /**
     * What is borrowed on which terms.
     *
     * @param amount in AUD
     * @param rate in % a year, 0 allowed
     * @param months the term
     * @param frequency how often is paid, {@code monthly} say
     * @param capitalisedMonths in which nothing is paid, because that interest was kept back when the money was paid out
     */
    public record Loan(BigDecimal amount, BigDecimal rate, int months, String frequency, int capitalisedMonths) {}

    /**
     * An annuity, domain section "Money". The first instalment is due one period after {@code start}, or after the capitalised
     * months. Due dates keep the day of the month, or the month's last where it has no such day.
     */
    public static RepaymentSchedule of(Loan loan, LocalDate start) {
        int without = unpaidPeriods(loan);
        return annuity(loan, number -> Repayment.after(start, without + number, loan.frequency()));
    }

    /** The same annuity, its first instalment due on that day; the following keep their distance to it. */
    public static RepaymentSchedule firstDue(Loan loan, LocalDate firstDue) {
        return annuity(loan, number -> Repayment.after(firstDue, number - 1, loan.frequency()));
    }

    /**
     * Payments of a given height, as many as {@link LevelLoan#payments} says. Interest is rounded to cents and that number is
     * not: so the last takes what is then left, and there may be fewer.
     *
     * @throws IllegalArgumentException when the payment never pays the loan off, or only in more than {@link #LONGEST}
     */
    public static RepaymentSchedule level(LevelLoan loan, LocalDate firstDue) {
        int count = loan.payments().orElseThrow(() -> new IllegalArgumentException("The payment only covers interest"));
        if (count > LONGEST) {
            throw new IllegalArgumentException("The loan takes more than " + LONGEST + " payments");
        }
        var rate = Repayment.ratePerPeriod(loan.rate(), loan.frequency());
        var plan = new Plan(loan.amount(), rate, loan.payment(), count);
        return plan.schedule(number -> Repayment.after(firstDue, number - 1, loan.frequency()));
    }

    private static RepaymentSchedule annuity(Loan loan, IntFunction<LocalDate> due) {
        int count = Repayment.periods(loan.months(), loan.frequency()) - unpaidPeriods(loan);
        boolean retained = loan.capitalisedMonths() >= loan.months();
        var payment = Repayment.overPeriods(loan.amount(), loan.rate(), count, loan.frequency());
        var rate = retained ? BigDecimal.ZERO : Repayment.ratePerPeriod(loan.rate(), loan.frequency());
        return new Plan(loan.amount(), rate, payment, count).schedule(due);
    }

    /** One payment is left even when all months are capitalised. */
    private static int unpaidPeriods(Loan loan) {
        int all = Repayment.periods(loan.months(), loan.frequency());
        return Math.min(Repayment.wholePeriods(loan.capitalisedMonths(), loan.frequency()), all - 1);
    }

    /** @param rate the interest of one period on 1 AUD */
    private record Plan(BigDecimal amount, BigDecimal rate, BigDecimal payment, int count) {

        RepaymentSchedule schedule(IntFunction<LocalDate> due) {
            var lines = new ArrayList<Line>();
            var balance = amount.setScale(2, RoundingMode.HALF_UP);
            for (int number = 1; number <= count && balance.signum() > 0; number++) {
                var interest = balance.multiply(rate).setScale(2, RoundingMode.HALF_UP);
                var principal = number == count
                        ? balance
                        : payment.subtract(interest).max(NOTHING).min(balance);
                balance = balance.subtract(principal);
                lines.add(new Line(number, due.apply(number), interest.add(principal), interest, principal, balance));
            }
            return new RepaymentSchedule(lines);
        }
    }

    public Line first() {
        return lines.get(0);
    }

    public Line last() {
        return lines.get(lines.size() - 1);
    }

    public BigDecimal totalPayment() {
        return lines.stream().map(Line::payment).reduce(NOTHING, BigDecimal::add);
    }

    public BigDecimal totalInterest() {
        return lines.stream().map(Line::interest).reduce(NOTHING, BigDecimal::add);
    }
}
