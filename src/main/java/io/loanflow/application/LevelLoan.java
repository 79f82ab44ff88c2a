package io.loanflow.application;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;

/**
 * A loan that is paid off by payments of a given height, domain section "Money", "Extension".
 *
 * @param amount in AUD
 * @param rate in % a year, 0 allowed
 * @param payment in AUD each period
 * @param frequency how often is paid, {@code monthly} say
 */
public record LevelLoan(BigDecimal amount, BigDecimal rate, BigDecimal payment, String frequency) {

    /** What is given for more payments than anybody counts. */
    public static final int TOO_MANY = 1_000_000;

    /** So near a whole number of payments is that number: the payment that it came from was rounded somewhere. */
    private static final BigDecimal ALL_BUT_NOTHING = BigDecimal.ONE.subtract(new BigDecimal("1e-12"));

    /**
     * ceil(ln(P / (P - L i)) / ln(1 + i)), at zero rate ceil(L / P); at most {@link #TOO_MANY}. Empty when the payment does not
     * exceed the interest of the first period, P &lt;= L i, so that nothing is ever paid off.
     */
    public OptionalInt payments() {
        var rate = Repayment.ratePerPeriod(this.rate, frequency);
        var interest = amount.multiply(rate);
        var towards = payment.subtract(interest);
        if (towards.signum() <= 0) {
            return OptionalInt.empty();
        }
        double estimate = rate.signum() == 0
                ? amount.divide(payment, MathContext.DECIMAL128).doubleValue()
                : Math.log1p(interest.divide(towards, MathContext.DECIMAL128).doubleValue())
                        / Math.log1p(rate.doubleValue());
        if (estimate >= TOO_MANY) {
            return OptionalInt.of(TOO_MANY);
        }
        int count = Math.max(1, (int) estimate - 1);
        while (!suffice(count, rate, towards)) {
            count++;
        }
        return OptionalInt.of(count);
    }

    /** The logarithms of {@code double} may be beside a whole number by a hair; this is not. */
    private boolean suffice(int count, BigDecimal rate, BigDecimal towards) {
        if (rate.signum() == 0) {
            return payment.multiply(BigDecimal.valueOf(count)).compareTo(amount) >= 0;
        }
        var growth = BigDecimal.ONE.add(rate).pow(count, MathContext.DECIMAL128);
        return growth.multiply(towards).compareTo(payment.multiply(ALL_BUT_NOTHING)) >= 0;
    }
}
