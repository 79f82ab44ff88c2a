package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class LevelLoanTest {

    private static final LocalDate FIRST = LocalDate.of(2028, 1, 31);

    /** Beyond it a payment differs from the interest by less than its digits show. */
    private static final BigDecimal ENOUGH = new BigDecimal("1e15");

    /** The first is the check figure of the business, domain section "Money". */
    @ParameterizedTest
    @CsvSource({
        "500000, 5, 3000, monthly, 286",
        "500000, 5, 2083.34, monthly, 3043",
        "500000, 5, 2684.11, monthly, 360",
        "500000, 5, 2684.10, monthly, 361",
        "500000, 5, 502083.34, monthly, 1",
        "500000, 5, 900000, monthly, 1",
        "12000, 0, 1000, monthly, 12",
        "12000, 0, 999.99, monthly, 13",
        "12000, 0, 1000.01, monthly, 12",
        "1000, 100, 2000, annually, 1",
        "3000, 100, 4000, annually, 2",
    })
    void countsThePayments(BigDecimal amount, BigDecimal rate, BigDecimal payment, String frequency, int count) {
        var loan = new LevelLoan(amount, rate, payment, frequency);

        assertThat(loan.payments()).hasValue(count);
        assertThat(RepaymentSchedule.level(loan, FIRST).lines()).hasSize(count);
    }

    /** The interest of the first period, 2,083.333.., is charged as 2,083.33: one payment settles what the formula wants two for. */
    @Test
    void theRoundedInterestMaySaveAPayment() {
        var loan = new LevelLoan(new BigDecimal("500000"), new BigDecimal("5"), new BigDecimal("502083.33"), "monthly");

        assertThat(loan.payments()).hasValue(2);
        assertThat(RepaymentSchedule.level(loan, FIRST).lines()).hasSize(1);
    }

    /** Exactly n periods do not become n + 1. */
    @ParameterizedTest
    @CsvSource({"monthly, 12", "weekly, 52", "fortnightly, 26", "quarterly, 4", "annually, 1"})
    void aPaymentOfNPeriodsTakesNPeriods(String frequency, int periods) {
        for (var rate : new String[] {"0.0001", "0.75", "3.5", "6", "12", "50"}) {
            var each = new BigDecimal(rate).divide(BigDecimal.valueOf(100L * periods), MathContext.DECIMAL128);
            for (int count = 1; count <= 480; count++) {
                var growth = BigDecimal.ONE.add(each).pow(count, MathContext.DECIMAL128);
                if (growth.compareTo(ENOUGH) > 0) {
                    break;
                }
                var amount = new BigDecimal("750000");
                var payment = amount.multiply(each)
                        .multiply(growth)
                        .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128);

                assertThat(new LevelLoan(amount, new BigDecimal(rate), payment, frequency).payments())
                        .as("%s %% over %s %s", rate, count, frequency)
                        .hasValue(count);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"500000, 6, 2500", "500000, 6, 2499.99", "500000, 5, 2083.33", "12000, 0, 0"})
    void aPaymentOfTheInterestPaysNothingOff(BigDecimal amount, BigDecimal rate, BigDecimal payment) {
        var loan = new LevelLoan(amount, rate, payment, "monthly");

        assertThat(loan.payments()).isEmpty();
        assertThatThrownBy(() -> RepaymentSchedule.level(loan, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The payment only covers interest");
    }

    @Test
    void moreThanAnybodyCountsIsNotListed() {
        var loan = new LevelLoan(new BigDecimal("100000000"), BigDecimal.ZERO, new BigDecimal("0.01"), "weekly");

        assertThat(loan.payments()).hasValue(LevelLoan.TOO_MANY);
        assertThatThrownBy(() -> RepaymentSchedule.level(loan, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000");
    }
}
