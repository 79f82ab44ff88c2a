package io.loanflow.application;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/** Repayments of a loan and the periods in which they are made, domain section "Money". */
public final class Repayment {

    private static final Map<String, Integer> PERIODS_A_YEAR =
            Map.of("weekly", 52, "fortnightly", 26, "monthly", 12, "quarterly", 4, "annually", 1);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private Repayment() {}

    /**
     * What the borrower pays each period.
     *
     * @param amount in AUD
     * @param rate in % a year
     * @param months the term
     */
    static BigDecimal perPeriod(BigDecimal amount, BigDecimal rate, int months, String frequency) {
        return overPeriods(amount, rate, periods(months, frequency), frequency);
    }

    /** The same over a number of periods. */
    static BigDecimal overPeriods(BigDecimal amount, BigDecimal rate, int count, String frequency) {
        var interest = ratePerPeriod(rate, frequency);
        if (rate.signum() == 0) {
            return amount.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
        }
        var growth = BigDecimal.ONE.add(interest).pow(count, MathContext.DECIMAL128);
        return amount.multiply(interest)
                .multiply(growth)
                .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** The same, spread over months. */
    static BigDecimal perMonth(BigDecimal amount, BigDecimal rate, int months, String frequency) {
        return perPeriod(amount, rate, months, frequency)
                .multiply(BigDecimal.valueOf(periodsAYear(frequency)))
                .divide(MONTHS, 2, RoundingMode.HALF_UP);
    }

    /** A term in periods, rounded up. */
    static int periods(int months, String frequency) {
        return (int) Math.ceil(months * (double) periodsAYear(frequency) / 12);
    }

    /** The periods that end within these months. */
    static int wholePeriods(int months, String frequency) {
        return months * periodsAYear(frequency) / 12;
    }

    /**
     * The interest of one period on 1 AUD.
     *
     * @param rate in % a year
     */
    public static BigDecimal ratePerPeriod(BigDecimal rate, String frequency) {
        return rate.divide(BigDecimal.valueOf(100L * periodsAYear(frequency)), MathContext.DECIMAL128);
    }

    /**
     * The day on which that many periods have passed: the same day of the week, or of the month, where it has none its last.
     */
    public static LocalDate after(LocalDate start, int periods, String frequency) {
        return switch (frequency) {
            case "weekly" -> start.plusWeeks(periods);
            case "fortnightly" -> start.plusWeeks(2L * periods);
            default -> start.plusMonths(12L / periodsAYear(frequency) * periods);
        };
    }

    /** @throws IllegalArgumentException for a word that is no frequency of domain section 3 */
    public static int periodsAYear(String frequency) {
        var periods = PERIODS_A_YEAR.get(frequency);
        if (periods == null) {
            throw new IllegalArgumentException("Unknown repayment frequency " + frequency);
        }
        return periods;
    }
}
