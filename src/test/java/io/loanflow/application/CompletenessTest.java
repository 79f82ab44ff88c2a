package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import io.loanflow.workflow.ShippedTables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class CompletenessTest {

    private final Completeness completeness = new Completeness(new ShippedTables());

    @Test
    void missesNothingOfACompleteApplication() {
        assertThat(completeness.missing(Scenario.of("{}"))).isEmpty();
    }

    @Test
    void missesEverythingOfAnEmptyOneAndSaysWhatToDo() {
        var missing = completeness.missing(Scenario.of("""
                {"application_type": null, "purpose": null, "loan_amount": null, "loan_term": null,
                 "interest_rate": null, "repayment_frequency": null, "broker_id": null, "borrowers": null,
                 "securities": null}
                """));

        assertThat(missing)
                .extracting(Violation::pointer)
                .containsExactly(
                        "/application_type",
                        "/purpose",
                        "/loan_amount",
                        "/loan_term",
                        "/interest_rate",
                        "/repayment_frequency",
                        "/borrowers",
                        "/broker_id");
        assertThat(missing).extracting(Violation::code).containsOnly("missing");
        assertThat(missing.get(1).detail()).isEqualTo("Say what the loan is for.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application_type",
                "purpose",
                "loan_amount",
                "loan_term",
                "interest_rate",
                "repayment_frequency",
                "broker_id",
                "borrowers"
            })
    void missesEachByItself(String field) {
        assertThat(pointers(Scenario.of("{\"" + field + "\": null}"))).containsExactly("/" + field);
    }

    @Test
    void isContentWithABdmInsteadOfABroker() {
        assertThat(pointers(Scenario.of("{\"broker_id\": null, \"bdm_id\": 7}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"first_name\": null} | first_name",
                "{\"last_name\": null} | last_name",
                "{\"date_of_birth\": null} | date_of_birth",
                "{\"date_of_birth\": null, \"abn\": \"51824753556\"} | date_of_birth",
                "{\"email\": null} | email",
                "{\"email\": null, \"phone\": \"0412345678\"} | -",
                "{\"residential_address\": null} | residential_address",
                "{\"residential_address\": {\"country\": \"France\", \"suburb\": null}} | residential_address",
                "{\"annual_income\": null} | annual_income",
                "{\"monthly_expenses\": null} | monthly_expenses",
                "{\"annual_income\": 0, \"monthly_expenses\": 0} | -",
            })
    void missesPartsOfAPerson(String patch, String part) {
        assertLacks(Scenario.PERSON, patch, part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{} | -",
                "{\"company_name\": null} | company_name",
                "{\"company_name\": null, \"first_name\": \"A\", \"last_name\": \"B\"} | company_name",
                "{\"abn\": null} | abn",
                "{\"abn\": null, \"date_of_birth\": \"1985-03-14\"} | abn",
                "{\"abn\": null, \"acn\": \"004085616\"} | -",
                "{\"registered_address\": null} | registered_address",
            })
    void missesPartsOfACompany(String patch, String part) {
        assertLacks(Scenario.COMPANY, patch, part);
    }

    @Test
    void wantsAValueOfEverySecurityWhenTheTypeNeedsIt() {
        assertThat(pointers(Scenario.of("{\"application_type\": \"refinance\"}")))
                .isEmpty();
        assertThat(pointers(Scenario.of("{\"application_type\": \"refinance\", \"securities\": []}")))
                .containsExactly("/securities");
        assertThat(pointers(Scenario.of("{\"application_type\": \"smsf\", \"securities\":"
                        + " [{\"estimated_value\": 1}, {\"property_type\": \"land\"}]}")))
                .containsExactly("/securities/1/estimated_value");
    }

    @Test
    void namesAFieldOfTheTableThatNobodyKnows() {
        var decisions = mock(Decisions.class);
        when(decisions.decide(any(), any())).thenReturn(List.of(Map.of("field", "shoe_size", "detail", "Measure.")));
        var misled = new Completeness(decisions);

        assertThatThrownBy(() -> misled.missing(Scenario.of("{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shoe_size");
    }

    /** The second of two borrowers, so that the pointer has to count. */
    private void assertLacks(String party, String patch, String part) {
        var tree = io.loanflow.platform.MergePatch.apply(Scenario.tree(party), Scenario.tree(patch));
        var application = Scenario.of("{\"borrowers\": [" + Scenario.PERSON + "," + tree + "]}");
        if (part == null) {
            assertThat(pointers(application)).isEmpty();
        } else {
            assertThat(pointers(application)).containsExactly("/borrowers/1/" + part);
        }
    }

    private List<String> pointers(LoanApplication application) {
        return completeness.missing(application).stream()
                .map(Violation::pointer)
                .toList();
    }
}
