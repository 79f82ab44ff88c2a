package io.loanflow.application;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be paid when, from the first instalment to the last, which settles the balance to exactly 0.00.
 *
 * @param lines oldest first
 */
public record RepaymentSchedule(List<Line> lines) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
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
     * An annuity. The first instalment is due one period after {@code start}, or after the capitalised months. Due dates keep
     * the day of the month, or the month's last where it has no such day.
     */
    public static RepaymentSchedule of(Loan loan, LocalDate start) {
        int all = Repayment.periods(loan.months(), loan.frequency());
        int without = Math.min(Repayment.wholePeriods(loan.capitalisedMonths(), loan.frequency()), all - 1);
        boolean retained = loan.capitalisedMonths() >= loan.months();
        int count = all - without;
        var payment = Repayment.overPeriods(loan.amount(), loan.rate(), count, loan.frequency());
        var rate = retained ? BigDecimal.ZERO : perPeriod(loan);
        var lines = new ArrayList<Line>();
        var balance = loan.amount().setScale(2, RoundingMode.HALF_UP);
        for (int number = 1; number <= count && balance.signum() > 0; number++) {
            var interest = balance.multiply(rate).setScale(2, RoundingMode.HALF_UP);
            var principal = number == count
                    ? balance
                    : payment.subtract(interest).max(NOTHING).min(balance);
            balance = balance.subtract(principal);
            var due = Repayment.after(start, without + number, loan.frequency());
            lines.add(new Line(number, due, interest.add(principal), interest, principal, balance));
        }
        return new RepaymentSchedule(lines);
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

    private static BigDecimal perPeriod(Loan loan) {
        return loan.rate()
                .divide(
                        HUNDRED.multiply(BigDecimal.valueOf(Repayment.periodsAYear(loan.frequency()))),
                        MathContext.DECIMAL128);
    }
}
