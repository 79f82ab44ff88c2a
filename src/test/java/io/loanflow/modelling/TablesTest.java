package io.loanflow.modelling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class TablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = Models.shipped().files().stream()
            .filter(file -> "dmn".equals(file.extension()))
            .collect(Collectors.toMap(
                    ModelFile::stem,
                    file -> ENGINE.parseDecision(file.stem(), new java.io.ByteArrayInputStream(file.bytes()))));
    private static final List<String> TYPES =
            List.of("residential", "commercial", "construction", "refinance", "investment", "smsf");

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, false", "standard, false", "interest_free, true"})
    void limitsALoanByItsProduct(@Nullable String product, boolean zeroRateAllowed) {
        assertThat(decide("limitLoan", "product", product))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsOnly(
                                entry("minAmount", 1_000L),
                                entry("maxAmount", 100_000_000L),
                                entry("minTerm", 1),
                                entry("maxTerm", 480),
                                entry("maxRate", 50.0),
                                entry("zeroRateAllowed", zeroRateAllowed)));
    }

    @Test
    void offersNoProductWithoutARow() {
        assertThat(decide("limitLoan", "product", "gold")).isEmpty();
    }

    @Test
    void requiresTheSameFieldsOfAnApplicationWithoutATypeAndNoValueOfItsSecurities() {
        assertThat(fields(null))
                .containsExactly(
                        "application_type",
                        "purpose",
                        "loan_amount",
                        "loan_term",
                        "interest_rate",
                        "repayment_frequency",
                        "borrowers",
                        "borrowers.name",
                        "borrowers.identity",
                        "borrowers.contact",
                        "borrowers.address",
                        "borrowers.income",
                        "broker_or_bdm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"construction", "refinance", "smsf"})
    void requiresTheValueOfSecuritiesForTypesThatNeedIt(String type) {
        assertThat(fields(type)).hasSize(14).contains("securities.value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"residential", "commercial", "investment"})
    void leavesTheValueOfSecuritiesOfOtherTypesToTheReview(String type) {
        assertThat(fields(type)).hasSize(13).doesNotContain("securities.value");
    }

    @Test
    void saysWhatToDoForEveryFieldItRequires() {
        assertThat(decide("requireCompleteness", "applicationType", "smsf"))
                .allSatisfy(row -> assertThat(String.valueOf(row.get("detail"))).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            emptyValue = "",
            value = {
                "0, 5, 0, ''",
                "0.43, 1.2, 80, ''",
                "0.4301, 1.2, 80, dti_too_high",
                "0.43, 1.1999, 80, serviceability_too_low",
                "0.43, -3, 80, serviceability_too_low",
                "0.43, 1.2, 80.01, lvr_high",
                "0.43, 1.2, 100, lvr_high",
                "0.43, 1.2, 100.01, lvr_too_high",
                "none, 1.2, 80, no_income",
                "0.43, none, 80, no_repayment",
                "0.43, 1.2, none, no_security_value",
                "none, none, none, no_income no_repayment no_security_value",
                "1, 0, 500, dti_too_high serviceability_too_low lvr_too_high",
            })
    void namesTheEligibilityRulesThatFire(
            @Nullable BigDecimal dti, @Nullable BigDecimal serviceability, @Nullable BigDecimal lvr, String rules) {
        assertThat(assess(dti, serviceability, lvr).stream().map(row -> String.valueOf(row.get("rule"))))
                .containsExactlyElementsOf(Arrays.stream(rules.split(" ", -1))
                        .filter(rule -> !rule.isEmpty())
                        .toList());
    }

    @Test
    void warnsOfAHighLoanToValueAndRefusesEverythingElse() {
        assertThat(assess(null, null, new BigDecimal("90")))
                .extracting(row -> row.get("severity"))
                .containsExactly("refuse", "refuse", "warn");
        assertThat(assess(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("101")))
                .extracting(row -> row.get("severity"))
                .containsExactly("refuse", "refuse", "refuse");
    }

    @Test
    void saysWithWhichRatioARuleFired() {
        assertThat(assess(new BigDecimal("0.5012"), new BigDecimal("1.05"), new BigDecimal("85.5")))
                .extracting(row -> row.get("detail"))
                .containsExactly(
                        "Debt to income is 0.5012, more than 0.43.",
                        "Serviceability is 1.05, less than 1.2.",
                        "Loan to value is 85.5 %, more than 80 %.");
    }

    @Test
    void letsAnApprovalStandForThirtyDaysWhateverTheType() {
        assertThat(decide("setApprovalExpiry", "applicationType", null)).containsExactly(Map.of("days", 30));
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(decide("setApprovalExpiry", "applicationType", type))
                        .containsExactly(Map.of("days", 30)));
    }

    @Test
    void preparesASettlementWithTheSameListForEveryType() {
        var list = decide("prepareSettlement", "applicationType", null);

        assertThat(list)
                .extracting(row -> row.get("code"), row -> row.get("required"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("identity_verified", true),
                        org.assertj.core.groups.Tuple.tuple("documents_stored", true),
                        org.assertj.core.groups.Tuple.tuple("title_searched", true),
                        org.assertj.core.groups.Tuple.tuple("insurance_confirmed", true),
                        org.assertj.core.groups.Tuple.tuple("settlement_booked", true),
                        org.assertj.core.groups.Tuple.tuple("borrower_informed", false));
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(decide("prepareSettlement", "applicationType", type))
                        .isEqualTo(list));
    }

    @Test
    void theChecklistFormHasABoxForEveryLineOfTheTable() {
        var form = Models.shipped().text("settlementChecklist.form");

        assertThat(new CheckedForm(new ModelFile("settlementChecklist.form", form), json(form)).inputs())
                .containsExactlyInAnyOrderElementsOf(decide("prepareSettlement", "applicationType", null).stream()
                        .map(row -> String.valueOf(row.get("code")))
                        .toList());
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> fields(@Nullable String type) {
        return decide("requireCompleteness", "applicationType", type).stream()
                .map(row -> String.valueOf(row.get("field")))
                .toList();
    }

    private static List<Map<String, Object>> assess(
            @Nullable BigDecimal dti, @Nullable BigDecimal serviceability, @Nullable BigDecimal lvr) {
        var inputs = new HashMap<String, Object>();
        inputs.put("dti", dti);
        inputs.put("serviceability", serviceability);
        inputs.put("lvr", lvr);
        return decide("assessEligibility", inputs);
    }

    private static List<Map<String, Object>> decide(String table, String input, @Nullable String value) {
        var inputs = new HashMap<String, Object>();
        inputs.put(input, value);
        return decide(table, inputs);
    }

    private static List<Map<String, Object>> decide(String table, Map<String, Object> inputs) {
        return ENGINE.evaluateDecisionTable(TABLES.get(table), inputs).getResultList();
    }
}
