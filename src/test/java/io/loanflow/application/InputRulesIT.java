package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the rules of the domain refuse, at every door and when an application is changed, with the same sentences. */
@LoanflowIT
@Tag("service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputRulesIT {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;
    final Map<Door, Http> clients = new EnumMap<>(Door.class);
    String own = "";

    @BeforeAll
    void gatherPeople() {
        lending = new Lending(context);
        for (var door : Door.values()) {
            clients.put(door, door.client(port, lending.team().email("broker")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-1000 | The loan amount cannot be negative.",
                "0 | The loan amount must be greater than zero.",
                "1000000000 | The loan amount exceeds the maximum allowed of 100,000,000.",
                "100000000.01 | The loan amount exceeds the maximum allowed of 100,000,000.",
                "999.99 | The loan amount is below the minimum of 1,000.",
                "500000.001 | The loan amount has at most 2 decimals.",
                "\"NaN\" | not a text like 'NaN'.",
                "\"Infinity\" | not a text like 'Infinity'.",
                "\"12,5\" | not a text like '12,5'.",
                "\"0x7\" | not a text like '0x7'.",
                "\"😀\" | not a text like '😀'.",
                "\"1111111111111111111111111111111111111111\" | too many digits.",
                "\"1e400\" | too many digits.",
                "true | a number such as",
            })
    void refusesAnAmountWithTheSameSentenceEverywhere(String amount, String sentence) {
        var fields = "{\"loan_amount\": " + amount + "}";
        assertRefused(fields, fields, Map.of("/loan_amount", sentence));
    }

    /** The engine reads a bare number before we do, so only the place and the refusal are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1111111111111111111111111111111111111111", "1e-400", "0.001"})
    void refusesANumberThatNothingCanHold(String amount) {
        var before = rows();
        for (var door : Door.values()) {
            var answer = door.enter(clients.get(door), "{\"loan_amount\": " + amount + "}");
            assertThat(answer.status()).as(door + answer.text()).isEqualTo(400);
            assertThat(new java.util.TreeSet<>(answer.pointers()))
                    .as(door + answer.text())
                    .containsExactly("/loan_amount");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void takesHalfAMillionAndBlanks(Door door) {
        for (var fields :
                List.of("{\"loan_amount\": 500000}", "{\"loan_amount\": \"500000.00\"}", "{\"purpose\": \"\"}")) {
            var answer = door.enter(clients.get(door), fields);
            assertThat(answer.status()).as(door + answer.text()).isIn(200, 201);
        }
    }

    @Test
    void namesEveryMistakeOfAPersonAtOnce() {
        assertRefused(
                """
                {"loan_term": 481, "interest_rate": "50.00001", "borrowers": [{
                 "date_of_birth": "2999-01-01", "email": "a@b@c", "phone": "12345", "annual_income": "0.001",
                 "monthly_expenses": -1, "residential_address": {"suburb": "Perth", "state": "WA", "postcode": "2000"}}]}
                """,
                """
                {"loan_term": 481, "interest_rate": "50.00001", "borrower_date_of_birth": "2999-01-01",
                 "borrower_email": "a@b@c", "borrower_phone": "12345", "borrower_annual_income": "0.001",
                 "borrower_monthly_expenses": -1, "borrower_suburb": "Perth", "borrower_state": "WA",
                 "borrower_postcode": "2000"}
                """,
                Map.of(
                        "/loan_term", "The term is from 1 to 480 months.",
                        "/interest_rate", "The rate",
                        "/borrowers/0/date_of_birth", "Date of birth cannot be in the future.",
                        "/borrowers/0/email", "E-mail must be an e-mail address",
                        "/borrowers/0/phone", "Phone must be an Australian phone number",
                        "/borrowers/0/annual_income", "Annual income has at most two decimals.",
                        "/borrowers/0/monthly_expenses", "Monthly expenses cannot be negative.",
                        "/borrowers/0/residential_address/street_name", "Street name is needed",
                        "/borrowers/0/residential_address/postcode", "Postcode is not a postcode of WA."));
    }

    @Test
    void namesEveryMistakeOfACompanyAtOnce() {
        assertRefused(
                """
                {"borrowers": [{"kind": "company", "abn": "51 824 753 557", "acn": "004085617",
                 "registered_address": {"street_name": "High Street"}}]}
                """,
                """
                {"borrower_kind": "company", "borrower_abn": "51 824 753 557", "borrower_acn": "004085617",
                 "borrower_street_name": "High Street"}
                """,
                Map.of(
                        "/borrowers/0/abn", "ABN must be an Australian Business Number of 11 digits",
                        "/borrowers/0/acn", "ACN must be an Australian Company Number of 9 digits",
                        "/borrowers/0/registered_address/suburb", "Suburb is needed",
                        "/borrowers/0/registered_address/state", "State is needed",
                        "/borrowers/0/registered_address/postcode", "Postcode is needed"));
    }

    @Test
    void keepsCanonicalForms() {
        var answer = api().post(Door.API, """
                {"borrowers": [{"date_of_birth": "1985-03-14", "phone": "(02) 9374 4000"},
                  {"kind": "company", "abn": "51 824 753 556", "acn": "004-085-616"}],
                 "fund_uses": [{"description": "Roof", "amount": "0.01"}]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/borrowers/0/phone").asText()).isEqualTo("+61293744000");
        assertThat(answer.json().at("/borrowers/1/abn").asText()).isEqualTo("51824753556");
        assertThat(answer.json().at("/borrowers/1/acn").asText()).isEqualTo("004085616");
    }

    @Test
    void aLineOfMoneyIsMoreThanNothing() {
        var answer = api().post(Door.API, "{\"fund_uses\": [{\"amount\": 0}, {\"amount\": -1}, {\"amount\": 1.001}]}");
        assertThat(details(answer))
                .containsOnlyKeys("/fund_uses/0/amount", "/fund_uses/1/amount", "/fund_uses/2/amount")
                .containsValue("Amount must be greater than zero.");
    }

    @Test
    void refusesNulEverywhere() {
        var fields = "{\"purpose\": \"a\\u0000\"}";
        assertRefused(fields, fields, Map.of("/purpose", "A text holds neither NUL nor half a character."));
    }

    /** Only as an escape in JSON can half a character travel at all. */
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "x\\udc00y"})
    void refusesHalfACharacter(String text) {
        var fields = "{\"purpose\": \"" + text + "\"}";
        for (var door : List.of(Door.THE_API, Door.A_PLAIN_START_WITH_JSON)) {
            assertSaid(door.name(), door.enter(clients.get(door), fields), Map.of("/purpose", "half a character."));
        }
    }

    @Test
    void pointsAtFieldsWithHostileNames() {
        var fields = "{\"a/b~c\": {\"x\": [1]}, \"😀\": [], \"borrowers\": [{\"class\": {}}]}";
        assertSaid(
                "the API",
                api().post(Door.API, fields),
                Map.of(
                        "/a~1b~0c", "There is no field 'a/b~c'.",
                        "/😀", "There is no field '😀'.",
                        "/borrowers/0/class", "There is no field 'class'."));
        assertThat(api().post(Door.API, "{\"a\\ud83d\": 1}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void refusesTenMegabytes(Door door) {
        var before = rows();
        var answer = door.enter(clients.get(door), "{\"purpose\": \"" + "x".repeat(TEN_MEGABYTES) + "\"}");
        assertThat(answer.status()).as(door.name()).isIn(400, 413);
        assertThat(answer.text()).hasSizeLessThan(2000);
        assertThat(rows()).isEqualTo(before);
    }

    /** Every door, and a change of an application that is there. */
    private void assertRefused(String nested, String flat, Map<String, String> expected) {
        createOwn();
        var before = rows();
        for (var door : Door.values()) {
            assertSaid(door.name(), door.enter(clients.get(door), nested, flat), expected);
        }
        assertSaid("PATCH", api().send("PATCH", Door.API + "/" + own, nested, "application/json"), expected);
        assertThat(rows()).isEqualTo(before);
    }

    /** Not before the first test: the coverage of the models wants one to be running. */
    private void createOwn() {
        if (own.isEmpty()) {
            own = api().post(Door.API, "{\"purpose\": \"To be changed\"}")
                    .json()
                    .path("reference")
                    .asText();
        }
    }

    private static void assertSaid(String where, Answer answer, Map<String, String> expected) {
        assertThat(answer.status()).as(where + answer.text()).isEqualTo(400);
        var details = details(answer);
        assertThat(details).as(where).containsOnlyKeys(expected.keySet());
        expected.forEach((pointer, sentence) ->
                assertThat(details.get(pointer)).as(where).contains(sentence));
    }

    private static Map<String, String> details(Answer answer) {
        var details = new TreeMap<String, String>();
        answer.json()
                .path("violations")
                .forEach(one -> details.merge(
                        one.path("pointer").asText(),
                        one.path("detail").asText(),
                        (left, right) -> left + " " + right));
        return details;
    }

    private Http api() {
        return clients.get(Door.THE_API);
    }

    private List<Long> rows() {
        return Arrays.stream(new String[] {"application", "borrower", "act_ru_execution", "act_ru_variable"})
                .map(table -> lending.database()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
