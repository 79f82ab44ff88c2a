package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Violation;
import io.loanflow.workflow.ShippedTables;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class LoanLimitsTest {

    private final LoanLimits limits = new LoanLimits(new ShippedTables());

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000.01", "500000", "500000.50", "500000.500", "100000000", "1E8"})
    void takesAmounts(BigDecimal amount) {
        assertThat(limits.check("", amount, null, null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1000 | negative | The loan amount cannot be negative.",
                "-0.01 | negative | The loan amount cannot be negative.",
                "0 | not_positive | The loan amount must be greater than zero.",
                "0.00 | not_positive | The loan amount must be greater than zero.",
                "999.99 | too_small | The loan amount is below the minimum of 1,000.",
                "100000000.01 | too_large | The loan amount exceeds the maximum allowed of 100,000,000.",
                "1000000000 | too_large | The loan amount exceeds the maximum allowed of 100,000,000.",
                "500000.001 | too_precise | The loan amount has at most 2 decimals.",
            })
    void refusesAmounts(BigDecimal amount, String code, String detail) {
        assertThat(limits.check("/terms", amount, null, null, null))
                .containsExactly(new Violation("/terms/loan_amount", code, detail));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "480, true", "481, false", "-1, false"})
    void boundsTheTerm(int term, boolean right) {
        var violations = limits.check("", null, term, null, null);
        assertThat(violations.isEmpty()).isEqualTo(right);
        assertThat(violations)
                .allMatch(one ->
                        one.equals(new Violation("/loan_term", "out_of_range", "The term is from 1 to 480 months.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0.0001 | - | -",
                "50 | - | -",
                "6.12500 | - | -",
                "0 | interest_free | -",
                "0 | - | not_positive",
                "0 | standard | not_positive",
                "-0.1 | interest_free | negative",
                "50.0001 | - | too_large",
                "6.12345 | - | too_precise",
            })
    void boundsTheRate(BigDecimal rate, String product, String code) {
        var violations = limits.check("", null, null, rate, product);
        if (code == null) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).singleElement().satisfies(one -> {
                assertThat(one.pointer()).isEqualTo("/interest_rate");
                assertThat(one.code()).isEqualTo(code);
                assertThat(one.detail()).startsWith("The rate ");
            });
        }
    }

    @Test
    void saysWhereTheRateEnds() {
        assertThat(limits.check("", null, null, new BigDecimal("51"), null)
                        .get(0)
                        .detail())
                .isEqualTo("The rate exceeds the maximum allowed of 50 % a year.");
    }

    @Test
    void findsEverythingAtOnce() {
        assertThat(limits.check("", new BigDecimal("-0.001"), 0, BigDecimal.ZERO, null))
                .extracting(Violation::code)
                .containsExactly("negative", "too_precise", "out_of_range", "not_positive");
    }

    @Test
    void knowsTheProductsOfTheTable() {
        assertThat(limits.check("", null, null, null, "standard")).isEmpty();
        assertThat(limits.check("/x", null, null, null, "gold"))
                .containsExactly(new Violation("/x/product", "unknown", "There is no product 'gold'."));
        assertThat(limits.check("/x", BigDecimal.ONE, 0, null, "gold"))
                .as("together with what is wrong without a product")
                .extracting(Violation::pointer)
                .containsExactly("/x/product", "/x/loan_amount", "/x/loan_term");
    }

    @Test
    void asksNoTableForNothing() {
        assertThat(new LoanLimits(null).check("", null, null, null, null)).isEmpty();
    }
}
