package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The API, Tasklist's start form and a plain start of the engine's REST API lead to one and the same first step. */
@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
class ThreeDoorsIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;

    @BeforeAll
    void gatherPeople() {
        lending = new Lending(context);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void createsTheSameApplication(Door door) {
        var purpose = "A barn, door " + door + " " + lending.team().brokerId();
        var answer = enter(door, "broker", """
                {"purpose": "%s", "application_type": "commercial", "loan_amount": "250000.75", "loan_term": 120,
                 "interest_rate": "6.125", "repayment_frequency": "monthly", "estimated_settlement_date": "2999-03-31"}
                """.formatted(purpose));

        assertThat(answer.status()).isIn(200, 201);
        var application = find(purpose);
        assertThat(application.path("reference").asText()).matches("APP-[A-Z0-9]{8}");
        assertThat(application.path("stage").asText()).isEqualTo("inquiry");
        assertThat(application.path("application_type").asText()).isEqualTo("commercial");
        assertThat(application.path("loan_amount").decimalValue()).isEqualByComparingTo("250000.75");
        assertThat(application.path("loan_term").asInt()).isEqualTo(120);
        assertThat(application.path("interest_rate").decimalValue()).isEqualByComparingTo("6.125");
        assertThat(application.path("repayment_frequency").asText()).isEqualTo("monthly");
        assertThat(application.path("estimated_settlement_date").asText()).isEqualTo("2999-03-31");
        assertThat(application.at("/broker/id").asLong())
                .isEqualTo(lending.team().brokerId());
        assertThat(variablesOf(application.path("reference").asText())).isZero();
    }

    @Test
    void putsTheFlatFieldsOfTheBorrowerAndTheSecurityInTheirPlaces() {
        var purpose = "Flat fields " + lending.team().brokerId();
        var answer = enter(Door.A_PLAIN_START, "broker", """
                {"purpose": "%s", "borrower_kind": "person", "borrower_first_name": "Flo", "borrower_last_name": "Flat",
                 "borrower_marital_status": "de_facto", "borrower_residency_status": "citizen", "borrower_is_trustee": true,
                 "borrower_date_of_birth": "1980-01-31", "borrower_annual_income": 120000.5, "borrower_street_number": "1",
                 "borrower_street_name": "High Street", "borrower_suburb": "Sydney", "borrower_state": "NSW",
                 "borrower_postcode": "2000", "security_property_type": "rural", "security_estimated_value": "900000"}
                """.formatted(purpose));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var application = find(purpose);
        assertThat(application.at("/borrowers/0/last_name").asText()).isEqualTo("Flat");
        assertThat(application.at("/borrowers/0/marital_status").asText()).isEqualTo("de_facto");
        assertThat(application.at("/borrowers/0/is_trustee").asBoolean()).isTrue();
        assertThat(application.at("/borrowers/0/annual_income").decimalValue()).isEqualByComparingTo("120000.5");
        assertThat(application.at("/borrowers/0/residential_address/suburb").asText())
                .isEqualTo("Sydney");
        assertThat(application.at("/securities/0/property_type").asText()).isEqualTo("rural");
        var reference = application.path("reference").asText();
        assertThat(variablesOf(reference)).isZero();
        assertThat(tracesOf("Flat")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"loan_amount\": -1000}`,/loan_amount",
                "`{\"loan_amount\": 0}`,/loan_amount",
                "`{\"loan_amount\": \"1000000000\"}`,/loan_amount",
                "`{\"loan_amount\": \"a lot\"}`,/loan_amount",
                "`{\"loan_amount\": 1000.123}`,/loan_amount",
                "`{\"product\": \"gold\"}`,/product",
                "`{\"application_type\": \"castle\"}`,/application_type",
                "`{\"repayment_frequency\": \"daily\"}`,/repayment_frequency",
                "`{\"nonsense\": \"x\"}`,/nonsense",
                "`{\"eligible\": \"true\"}`,/eligible",
                "`{\"stage\": \"approved\"}`,/stage",
                "`{\"estimated_settlement_date\": \"31.3.2999\"}`,/estimated_settlement_date",
                "`{\"estimated_settlement_date\": \"2001-03-31\"}`,/estimated_settlement_date",
                "`{\"broker_id\": 999999}`,/broker_id",
                "`{\"loan_amount\": -1, \"loan_term\": 481}`,/loan_amount /loan_term",
                "`{\"loan_amount\": -1, \"nonsense\": \"x\"}`,/loan_amount /nonsense"
            })
    void namesTheSameMistakesEverywhereAndStoresNothing(String fields, String pointers) {
        for (var door : Door.values()) {
            var before = rows();
            var answer = enter(door, "credit", fields);

            assertThat(answer.status()).as(door + answer.text()).isEqualTo(400);
            assertThat(new TreeSet<>(answer.pointers())).as(door.name()).containsExactly(pointers.split(" "));
            assertThat(sentences(answer)).as(door.name()).isEqualTo(sentences(enter(Door.THE_API, "credit", fields)));
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void refusesMalformedJson() {
        var before = rows();
        var api = LogIn.api(port, lending.team().email("credit"));

        var body = api.post(Door.API, "{\"loan_amount\": ");
        var variable = api.post(Door.PLAIN, Door.variables(Map.of("application", "{\"loan_amount\": ")));

        for (var answer : List.of(body, variable)) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/violations/0/code").asText()).isEqualTo("malformed_json");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsTheBusinessKeyOurs() {
        var purpose = "A key of my own " + lending.team().brokerId();
        var body = "{\"businessKey\":\"APP-MINEMINE\",\"variables\":{\"purpose\":{\"value\":\"" + purpose + "\"}}}";

        assertThat(LogIn.api(port, lending.team().email("broker"))
                        .post(Door.PLAIN, body)
                        .status())
                .isEqualTo(200);
        var reference = find(purpose).path("reference").asText();
        assertThat(reference).matches("APP-[A-Z0-9]{8}").isNotEqualTo("APP-MINEMINE");
        for (var table : List.of("act_ru_execution where business_key_", "act_hi_procinst where business_key_")) {
            assertThat(count(table, "APP-MINEMINE")).isZero();
            assertThat(count(table, reference)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void letsNoBrokerNameAnother(Door door) {
        var other = new Lending(context).team().brokerId();
        var before = rows();

        var answer = enter(door, "broker", "{\"broker_id\": " + other + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/broker_id");
        assertThat(answer.json().at("/violations/0/code").asText()).isEqualTo("not_yours");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void isShutForClientsAccountsAndStrangers(Door door) {
        var before = rows();

        assertThat(enter(door, "accounts", "{}").status()).isEqualTo(403);
        assertThat(enter(door, "client", "{}").status()).isEqualTo(403);
        assertThat(door.enter(new Http(port), "{}").status()).isEqualTo(401);
        assertThat(rows()).isEqualTo(before);
    }

    private Answer enter(Door door, String group, String fields) {
        return door.enter(door.client(port, lending.team().email(group)), fields);
    }

    private static TreeSet<String> sentences(Answer answer) {
        var sentences = new TreeSet<String>();
        answer.json().path("violations").forEach(violation -> sentences.add(violation.toString()));
        return sentences;
    }

    private JsonNode find(String purpose) {
        var client = LogIn.api(port, lending.team().email("broker"));
        var found = client.get("/api/applications?search=" + purpose.replace(" ", "%20"))
                .json();
        assertThat(found.path("total").asInt()).isOne();
        return client.get("/api/applications/" + found.at("/items/0/reference").asText())
                .json();
    }

    private List<Long> rows() {
        // jobs of other tests' applications may still run, so what lies inside the processes is not counted
        var processes = "act_ru_execution where parent_id_ is null and proc_def_id_ like 'loanOrigination:%'";
        return List.of(count("application"), count(processes), count("borrower"));
    }

    private long count(String table) {
        return lending.database()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private long count(String tableAndColumn, String value) {
        return lending.database()
                .sql("select count(*) from " + tableAndColumn + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }

    /** Variables of the process; what a task shows lives with the task. */
    private long variablesOf(String reference) {
        return count(
                "act_ru_variable v join application a on a.process_instance_id = v.proc_inst_id_"
                        + " where v.task_id_ is null and a.reference",
                reference);
    }

    /** Where the engine's history might have kept a value. */
    private long tracesOf(String text) {
        return count("act_hi_varinst where text_", text) + count("act_hi_detail where text_", text);
    }
}
