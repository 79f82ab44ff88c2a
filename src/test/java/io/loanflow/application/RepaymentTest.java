package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class RepaymentTest {

    /** The check figures of the business, domain section "Money". */
    @ParameterizedTest
    @CsvSource({
        "500000, 3.50, 360, monthly, 2245.22",
        "500000, 4.50, 360, monthly, 2533.43",
        "1000000, 10, 24, monthly, 46144.93",
        "750000, 8.95, 12, monthly, 65571.22",
        "12000, 0, 12, monthly, 1000.00",
    })
    void paysAnAnnuity(BigDecimal amount, BigDecimal rate, int months, String frequency, BigDecimal payment) {
        assertThat(Repayment.perPeriod(amount, rate, months, frequency)).isEqualByComparingTo(payment);
    }

    @ParameterizedTest
    @CsvSource({
        "weekly, 52000, 12, 4333.33",
        "fortnightly, 26000, 12, 2166.67",
        "monthly, 12000, 12, 1000.00",
        "quarterly, 12000, 3, 4000.00",
        "annually, 48000, 12, 4000.00",
    })
    void spreadsPeriodsOverMonths(String frequency, BigDecimal amount, int months, BigDecimal perMonth) {
        assertThat(Repayment.perMonth(amount, BigDecimal.ZERO, months, frequency))
                .isEqualByComparingTo(perMonth);
    }

    @Test
    void knowsOnlyTheFrequenciesOfTheBusiness() {
        assertThatThrownBy(() -> Repayment.perMonth(BigDecimal.TEN, BigDecimal.ONE, 12, "daily"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
