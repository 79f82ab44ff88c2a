package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loanflow.servicing.FundingCalculation.FundingLine;
import io.loanflow.workflow.ShippedTables;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class FundingCalculationTest {

    private final FundingFigures figures = new FundingFigures(new ShippedTables());

    /** The check figures of the business, domain section "Money". */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "residential", "construction", "smsf"})
    void keepsBackWhatTheTableSays(@Nullable String type) {
        var calculation = FundingCalculation.of(figures.fill(asked("1000000", "10"), type));

        assertThat(calculation.lines())
                .extracting(FundingLine::name, line -> line.amount().toPlainString())
                .containsExactly(
                        tuple("establishment_fee", "20000.00"),
                        tuple("capitalised_interest", "75000.00"),
                        tuple("line_fee", "45000.00"),
                        tuple("brokerage", "20000.00"),
                        tuple("application_fee", "500.00"),
                        tuple("due_diligence_fee", "800.00"),
                        tuple("legal_fee", "1320.00"),
                        tuple("valuation_fee", "1000.00"),
                        tuple("account_fee", "450.00"),
                        tuple("working_fee", "0.00"));
        assertThat(calculation.totalFees()).isEqualTo("164070.00");
        assertThat(calculation.fundsAvailable()).isEqualTo("835930.00");
    }

    @Test
    void takesEveryFigureThatIsGiven() {
        var request = new FundingRequest(
                number("120000.05"),
                number("12"),
                null,
                7,
                number("1.5"),
                number("0.25"),
                number("1"),
                number("11.11"),
                number("22.22"),
                number("99.99"),
                number("12.5"),
                number("33.33"),
                number("4.01"),
                number("55.55"));
        var calculation = FundingCalculation.of(figures.fill(request, null));

        assertThat(calculation.lines())
                .extracting(line -> line.amount().toPlainString())
                .containsExactly(
                        "1800.00", "8400.00", "2100.00", "1200.00", "11.11", "22.22", "112.49", "33.33", "28.07",
                        "55.55");
        assertThat(calculation.totalFees()).isEqualTo("13762.77");
        assertThat(calculation.fundsAvailable()).isEqualTo("106237.28");
    }

    @ParameterizedTest
    @CsvSource({
        "1000.01, 5, 1, 4.17",
        "1000.00, 7, 1, 5.83",
        "100000000, 50, 480, 2000000000.00",
        "500000, 0, 9, 0.00",
        "500000, 10, 0, 0.00"
    })
    void roundsCapitalisedInterestToCents(String amount, String rate, int months, String interest) {
        var request = new FundingRequest(
                number(amount), number(rate), null, months, null, null, null, null, null, null, null, null, null, null);

        assertThat(FundingCalculation.of(figures.fill(request, null))
                        .lines()
                        .get(1)
                        .amount())
                .isEqualTo(interest);
    }

    @Test
    void showsThatTheFeesExceedTheLoan() {
        var calculation = FundingCalculation.of(figures.fill(asked("1000", "10"), null));

        assertThat(calculation.fundsAvailable()).isEqualTo("-3230.00");
    }

    private static FundingRequest asked(String amount, String rate) {
        return new FundingRequest(
                number(amount), number(rate), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
