package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.loanflow.people.Finances;
import io.loanflow.people.Party;
import io.loanflow.people.PartyKind;
import io.loanflow.workflow.ShippedTables;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates are nil in here, so that a repayment is the amount by the number of months. */
@Tag("fast")
class EligibilityTest {

    private static final String NIL = "\"interest_rate\": 0, \"loan_term\": 100";

    private final Finances finances = mock(Finances.class);
    private final Eligibility eligibility = new Eligibility(new ShippedTables(), finances);

    @BeforeEach
    void nobodyOwesAnything() {
        when(finances.monthlyPayments(any())).thenReturn(BigDecimal.ZERO);
    }

    @Test
    void computesTheRatiosAndKeepsWhatTheyWereComputedFrom() {
        when(finances.monthlyPayments(any())).thenReturn(new BigDecimal("1000.00"));
        var assessment = assess("{\"loan_amount\": 500000, \"interest_rate\": 4.5, \"loan_term\": 360}", null);

        assertThat(assessment.dti()).isEqualByComparingTo("0.1");
        assertThat(assessment.serviceability()).isEqualByComparingTo("2.3683");
        assertThat(assessment.lvr()).isEqualByComparingTo("50");
        assertThat(assessment.rules()).isEmpty();
        assertThat(assessment.eligible()).isTrue();
        assertThat(assessment.inputs().toString())
                .isEqualTo("{annual_income=120000, monthly_expenses=3000, monthly_debt_payments=1000.00,"
                        + " loan_amount=500000, loan_term=360, interest_rate=4.5, monthly_repayment=2533.43,"
                        + " security_value=1000000}");
    }

    /** Income 120,000 a year: 4,300 a month is 0.43 of it. */
    @ParameterizedTest
    @CsvSource({"4299.99, true", "4300.00, true", "4300.01, false", "4300.10, false"})
    void refusesMoreThanTheBoundOfDebtToIncome(BigDecimal payments, boolean eligible) {
        when(finances.monthlyPayments(any())).thenReturn(payments);
        var assessment = assess("{\"loan_amount\": 100000, " + NIL + "}", null);

        assertThat(assessment.eligible()).isEqualTo(eligible);
        assertThat(rules(assessment)).isEqualTo(eligible ? "" : "dti_too_high");
    }

    /** 7,000 a month are left. */
    @ParameterizedTest
    @CsvSource({"583333.00, true", "583333.33, true", "583400.00, false", "583334.00, false"})
    void refusesLessThanTheBoundOfServiceability(BigDecimal amount, boolean eligible) {
        var assessment = assess("{\"loan_amount\": " + amount + ", " + NIL + "}", null);

        assertThat(assessment.eligible()).isEqualTo(eligible);
        assertThat(rules(assessment)).isEqualTo(eligible ? "" : "serviceability_too_low");
    }

    @ParameterizedTest
    @CsvSource({"80000.00, ''", "80000.01, lvr_high", "100000.00, lvr_high", "100000.01, lvr_too_high", "79999.99, ''"})
    void warnsAndRefusesByLoanToValue(BigDecimal amount, String rules) {
        var assessment = assess(
                "{\"loan_amount\": " + amount + ", \"securities\": [{\"estimated_value\": 60000},"
                        + " {\"estimated_value\": 40000}], " + NIL + "}",
                null);

        assertThat(rules(assessment)).isEqualTo(rules);
        assertThat(assessment.eligible()).isEqualTo(!rules.equals("lvr_too_high"));
    }

    @Test
    void goesByTheValuationWhenThereIsOne() {
        var assessment = assess("{\"loan_amount\": 100000, " + NIL + "}", new BigDecimal("50000"));
        assertThat(assessment.lvr()).isEqualByComparingTo("200");
    }

    @Test
    void namesWhatItCannotComputeWith() {
        var nothing = assess(
                "{\"loan_amount\": null, \"borrowers\": null, \"securities\": [{\"property_type\": \"land\"}]}", null);

        assertThat(rules(nothing)).isEqualTo("no_income no_repayment no_security_value");
        assertThat(nothing.inputs()).doesNotContainKeys("loan_amount", "monthly_repayment");
        assertThat(nothing.eligible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"loan_term", "interest_rate", "repayment_frequency"})
    void hasNoRepaymentWithoutIts(String field) {
        assertThat(rules(assess("{\"" + field + "\": null}", null))).isEqualTo("no_repayment");
    }

    @Test
    void countsOtherIncomeAndGuarantorsWhoseIncomeCounts() {
        when(finances.monthlyPayments(any())).thenAnswer(call -> {
            var party = call.getArgument(0, Party.class);
            return party.kind() == PartyKind.GUARANTOR ? new BigDecimal("100") : BigDecimal.ONE;
        });
        var counted = "{\"kind\": \"company\", \"company_name\": \"A\", \"annual_income\": 1000,"
                + " \"other_annual_income\": 500, \"monthly_expenses\": 10, \"income_counts\": true}";
        var notCounted = counted.replace("true", "false");
        var unsaid = counted.replace(", \"income_counts\": true", "");

        var assessment = assess("{\"guarantors\": [" + String.join(",", counted, notCounted, unsaid) + "]}", null);

        assertThat(assessment.inputs().get("annual_income")).isEqualByComparingTo("121500");
        assertThat(assessment.inputs().get("monthly_expenses")).isEqualByComparingTo("3010");
        assertThat(assessment.inputs().get("monthly_debt_payments")).isEqualByComparingTo("101");
    }

    @Test
    void assessesTheTermsAndNotWhatWasAppliedFor() {
        var terms = new Terms(new BigDecimal("250000"), 100, BigDecimal.ZERO, null, List.of());
        var assessment = eligibility.assess(Scenario.of("{}"), terms);

        assertThat(assessment.lvr()).isEqualByComparingTo("25");
        assertThat(assessment.inputs().get("monthly_repayment")).isEqualByComparingTo("2500");
    }

    private Assessment assess(String patch, @Nullable BigDecimal valuation) {
        var application = Scenario.of(patch, valuation);
        return eligibility.assess(application, Terms.asAppliedFor(application));
    }

    private static String rules(Assessment assessment) {
        return String.join(
                " ", assessment.rules().stream().map(Assessment.FiredRule::rule).toList());
    }
}
