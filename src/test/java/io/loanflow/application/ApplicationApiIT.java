package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Creating, reading, changing and listing applications as clients do. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class ApplicationApiIT {

    private final Lending lending;
    private final Api api;

    @Autowired
    ApplicationApiIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @Test
    void storesNothingButWhatIsKnown() {
        var created = api.as("broker").post("/api/applications", "{}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).startsWith("\"1-");
        var reference = created.json().path("reference").asText();
        assertThat(reference).matches("APP-[A-Z0-9]{8}");
        assertThat(created.header("Location")).isEqualTo("/api/applications/" + reference);
        assertThat(created.json().path("stage").asText()).isEqualTo("inquiry");
        assertThat(created.json().at("/broker/id").asLong())
                .isEqualTo(lending.team().brokerId());
    }

    @Test
    void readsBackWhatWasHandedIn() {
        var sent = Lending.complete().put("exit_strategy", "sale").put("product", "standard");
        sent.putObject("solvency").put("tax_debt", false).put("details", "none");
        sent.putArray("fund_uses").addObject().put("description", "purchase").put("amount", "390000.50");

        var reference = create("broker", sent.toString());
        var answer = api.as("credit").get("/api/applications/" + reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var read = answer.json();

        assertThat(read.path("loan_amount").decimalValue()).isEqualByComparingTo("400000");
        assertThat(read.path("interest_rate").decimalValue()).isEqualByComparingTo("5.5");
        assertThat(read.at("/borrowers/0/residential_address/suburb").asText()).isEqualTo("Sydney");
        assertThat(read.at("/securities/0/estimated_value").decimalValue()).isEqualByComparingTo("800000");
        assertThat(read.at("/fund_uses/0/amount").decimalValue()).isEqualByComparingTo("390000.50");
        assertThat(read.at("/solvency/tax_debt").isBoolean()).isTrue();
        assertThat(read.at("/open_tasks/0/key").asText()).isEqualTo("Activity_CompleteInquiry");
        assertThat(read.path("transitions"))
                .extracting(one -> one.path("to").asText())
                .containsExactly("processing", "declined", "withdrawn");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        var before = applications();
        var answer = api.as("broker").post("/api/applications", """
                        {"loan_amount": -1000, "loan_term": 481, "interest_rate": 51, "application_type": "car",
                         "colour": "red", "estimated_settlement_date": "soon", "repayment_frequency": 12,
                         "borrowers": [{"email": "nobody", "annual_income": "12,5",
                           "residential_address": {"street_name": "High Street", "suburb": "Sydney", "postcode": "20"}}],
                         "securities": [{"estimated_value": -1}]}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/colour",
                        "/estimated_settlement_date",
                        "/repayment_frequency",
                        "/borrowers/0/annual_income",
                        "/application_type",
                        "/borrowers/0/email",
                        "/borrowers/0/residential_address/state",
                        "/borrowers/0/residential_address/postcode",
                        "/securities/0/estimated_value",
                        "/loan_amount",
                        "/loan_term",
                        "/interest_rate");
        assertThat(applications()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1000      | cannot be negative",
                "0          | must be greater than zero",
                "1000000000 | exceeds the maximum allowed",
                "999.99     | below the minimum",
                "500000.001 | at most 2 decimals",
                "1e400      | too many digits",
                "\"12,5\"   | a number",
                "1111111111111111111111111111111111111111 | too many digits",
                "[1]        | a number",
                "true       | a number",
            })
    void refusesAmounts(String amount, String sentence) {
        var answer = api.as("broker").post("/api/applications", "{\"loan_amount\": " + amount + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/loan_amount");
        assertThat(answer.json().at("/violations/0/detail").asText()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500000", "\"500000\"", "\"500000.00\"", "500000.50", "1000", "100000000", "5e5"})
    void takesAmounts(String amount) {
        var created = api.as("broker").post("/api/applications", "{\"loan_amount\": " + amount + "}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("loan_amount").decimalValue())
                .isEqualByComparingTo(new BigDecimal(amount.replace("\"", "")));
        assertThat(created.text()).doesNotContainPattern("\"loan_amount\":[0-9.]*E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"a\" 1}", "NaN", "{\"loan_amount\": NaN}"})
    void refusesWhatIsNoApplication(String body) {
        var before = applications();
        var answer = api.as("broker").post("/api/applications", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/detail").asText()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(applications()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"borrowers", "securities", "fund_uses"})
    void refusesListsThatHoldNothingOrSomethingElse(String list) {
        for (var element : List.of("null", "1", "\"x\"", "[]")) {
            var answer = api.as("broker").post("/api/applications", "{\"" + list + "\": [" + element + "]}");
            assertThat(answer.status()).as(element).isEqualTo(400);
            assertThat(answer.pointers()).as(element).containsExactly("/" + list + "/0");
        }
    }

    @Test
    void refusesBodiesThatAreTooLargeOrOfAnotherKind() {
        var large = "{\"purpose\": \"" + "x".repeat(2_000_000) + "\"}";
        assertThat(api.as("broker").post("/api/applications", large).status()).isEqualTo(413);
        assertThat(api.as("broker")
                        .send("POST", "/api/applications", "<a/>", "application/xml")
                        .status())
                .isEqualTo(415);
        assertThat(api.as("broker")
                        .send("PUT", "/api/applications", "{}", "application/json")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void keepsTextsAsTheyAre() {
        var purpose = "Haus für Zoë 🏡 'quoted'; drop table application; <b>";
        var reference = create("broker", lending.json(node -> node.put("purpose", purpose)));
        assertThat(api.as("broker")
                        .get("/api/applications/" + reference)
                        .json()
                        .path("purpose")
                        .asText())
                .isEqualTo(purpose);
        assertThat(api.as("broker")
                        .post("/api/applications", "{\"purpose\": \"a\\u0000b\"}")
                        .pointers())
                .containsExactly("/purpose");
    }

    @Test
    void aBrokerNamesNoOtherBroker() {
        var other = new Lending(lending.spring()).team().brokerId();
        var answer = api.as("broker").post("/api/applications", "{\"broker_id\": " + other + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/broker_id");
        assertThat(api.as("credit")
                        .post("/api/applications", "{\"broker_id\": 99999999}")
                        .pointers())
                .containsExactly("/broker_id");
    }

    @Test
    void onlyThoseWhoBringLoansHandThemIn() {
        for (var group : List.of("client", "accounts")) {
            assertThat(api.as(group).post("/api/applications", "{}").status()).isEqualTo(403);
        }
        assertThat(api.anonymous().post("/api/applications", "{}").status()).isEqualTo(401);
    }

    @Test
    void foreignAndAbsentLookTheSame() {
        var foreign = new Lending(lending.spring()).aLoan().reference();
        for (var path : List.of("", "/history", "/transitions", "/assessments")) {
            var hidden = api.as("broker").get("/api/applications/" + foreign + path);
            var absent = api.as("broker").get("/api/applications/APP-00000000" + path);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.text().replace(foreign, "X"))
                    .isEqualTo(absent.text().replace("APP-00000000", "X"));
        }
        assertThat(api.as("broker")
                        .post("/api/applications/" + foreign + "/transitions", "{\"to\": \"closed\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as("broker")
                        .send("PATCH", "/api/applications/" + foreign, "{}", "application/json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changesByMergePatchWhatTheVersionAllows() {
        var reference = create("broker", Lending.complete().toString());

        var changed = patch("broker", reference, "{\"purpose\": \"a shop\", \"loan_amount\": null}", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).startsWith("\"2-");
        assertThat(changed.json().path("purpose").asText()).isEqualTo("a shop");
        assertThat(changed.json().path("loan_amount").isNull()).isTrue();
        assertThat(changed.json().path("borrowers")).hasSize(1);

        assertThat(patch("broker", reference, "{\"purpose\": \"a farm\"}", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(patch("broker", reference, "{\"stage\": \"closed\"}", "*").pointers())
                .containsExactly("/stage");
        assertThat(patch("broker", reference, "{\"stage\": \"closed\"}", "*").status())
                .isEqualTo(400);
        assertThat(patch("broker", reference, "{\"purpose\": \"a shop\"}", "*").header("ETag"))
                .startsWith("\"2-");
    }

    @Test
    void changesOneBorrowerAndLeavesTheOther() {
        var reference = create(
                "broker",
                lending.json(node -> node.withArray("/borrowers").addObject().put("first_name", "Bo")));
        var ids = api.as("broker")
                .get("/api/applications/" + reference)
                .json()
                .path("borrowers")
                .findValuesAsText("id");

        var patched = patch(
                "broker",
                reference,
                "{\"borrowers\": [{\"id\": %s, \"first_name\": \"Anna\"}, {\"id\": %s, \"first_name\": \"Bo\"}]}"
                        .formatted(ids.get(0), ids.get(1)),
                "*");

        assertThat(patched.json().path("borrowers").findValuesAsText("id")).isEqualTo(ids);
        assertThat(patched.json().at("/borrowers/0/first_name").asText()).isEqualTo("Anna");
    }

    @Test
    void isChangedOnlyByThoseWhoWorkOnItAndNotAfterApproval() {
        var loan = lending.aLoan().reaches("processing");
        assertThat(patch("broker", loan.reference(), "{\"purpose\": \"x\"}", "*")
                        .status())
                .isEqualTo(409);
        assertThat(patch("bd", loan.reference(), "{\"purpose\": \"x\"}", "*").status())
                .isEqualTo(200);
        loan.reaches("settlement");
        assertThat(patch("bd", loan.reference(), "{\"purpose\": \"y\"}", "*").status())
                .isEqualTo(409);
    }

    @Test
    void repeatsTheAnswerToARepeatedKey() {
        var key = UUID.randomUUID().toString();
        var first = api.as("broker").with("Idempotency-Key", key).post("/api/applications", "{\"purpose\": \"once\"}");
        var again = api.as("broker").with("Idempotency-Key", key).post("/api/applications", "{\"purpose\": \"once\"}");
        var other = api.as("broker").with("Idempotency-Key", key).post("/api/applications", "{\"purpose\": \"twice\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.as("bd")
                        .with("Idempotency-Key", key)
                        .post("/api/applications", "{}")
                        .status())
                .as("another person's key is another key")
                .isEqualTo(201);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        var key = UUID.randomUUID().toString();
        assertThat(api.as("broker")
                        .with("Idempotency-Key", key)
                        .post("/api/applications", "{\"loan_amount\": 0}")
                        .status())
                .isEqualTo(400);
        assertThat(api.as("broker")
                        .with("Idempotency-Key", key)
                        .post("/api/applications", "{}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void twentyAtOnceWithOneKeyMakeOneApplication() throws Exception {
        var key = UUID.randomUUID().toString();
        var purpose = "race " + key;
        var client = api.as("broker").with("Idempotency-Key", key);
        Callable<Http.Answer> call = () -> client.post("/api/applications", "{\"purpose\": \"" + purpose + "\"}");
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(20, call))) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(api.as("broker")
                        .get("/api/applications?search=" + key)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void listsWhatTheFiltersAskFor() {
        var mine = new Lending(lending.spring());
        var own = new Api(lending.spring(), mine.team());
        var small = mine.aLoan(node -> node.put("loan_amount", 5000).put("purpose", "50% of a_boat"));
        var large = mine.aLoan(node -> node.put("loan_amount", 900000).put("application_type", "commercial"));
        large.movedBy("broker", "withdrawn", "no");
        var broker = own.as("broker");

        assertThat(references(broker.get("/api/applications"))).containsExactly(large.reference(), small.reference());
        assertThat(references(broker.get("/api/applications?sort=loan_amount")))
                .containsExactly(small.reference(), large.reference());
        assertThat(references(broker.get("/api/applications?loan_amount_min=5000.01")))
                .containsExactly(large.reference());
        assertThat(references(broker.get("/api/applications?loan_amount_max=5000")))
                .containsExactly(small.reference());
        assertThat(references(broker.get("/api/applications?stage=withdrawn"))).containsExactly(large.reference());
        assertThat(references(broker.get("/api/applications?include_closed=false")))
                .containsExactly(small.reference());
        assertThat(references(broker.get("/api/applications?application_type=commercial")))
                .containsExactly(large.reference());
        assertThat(references(broker.get("/api/applications?repayment_frequency=weekly")))
                .isEmpty();
        assertThat(references(broker.get("/api/applications?interest_rate_min=5.5&interest_rate_max=5.5")))
                .hasSize(2);
        assertThat(references(broker.get("/api/applications?search=50%25%20of%20a_b")))
                .containsExactly(small.reference());
        assertThat(references(broker.get("/api/applications?search=ann@EXAMPLE.com")))
                .hasSize(2);
        assertThat(references(broker.get(
                        "/api/applications?search=" + small.reference().toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(small.reference());
        assertThat(references(broker.get("/api/applications?created_from=2999-01-01")))
                .isEmpty();
        assertThat(references(
                        broker.get("/api/applications?broker_id=" + mine.team().brokerId())))
                .hasSize(2);
        assertThat(references(
                        broker.get("/api/applications?bdm_id=" + mine.team().bdmId())))
                .hasSize(2);

        var page = broker.get("/api/applications?page=2&size=1").json();
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("page").asInt()).isEqualTo(2);
        assertThat(page.path("items")).hasSize(1);
    }

    @Test
    void tellsWhatHasToBeDoneBeforeAWayThatTheStageHasFurtherOn() {
        var loan = lending.aLoan(node -> {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) node.at("/securities/0"))
                            .remove("estimated_value");
                    return node;
                })
                .reaches("processing")
                .waitsAt("Activity_ReviewValuation");
        var path = "/api/applications/" + loan.reference() + "/transitions";

        var offered = api.as("credit").get(path).json();
        var approval = java.util.stream.StreamSupport.stream(
                        offered.path("items").spliterator(), false)
                .filter(item -> item.path("to").asText().equals("approved"))
                .findFirst()
                .orElseThrow();
        assertThat(approval.path("allowed").asBoolean()).isFalse();
        assertThat(approval.at("/blocked_by/0/detail").asText()).contains("Review valuation");
        var refused = api.as("credit").post(path, "{\"to\": \"approved\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("violations").findValuesAsText("code"))
                .contains("work_outstanding", "valuation_outstanding");
        assertThat(api.as("bd").post(path, "{\"to\": \"approved\"}").status()).isEqualTo(403);
        assertThat(api.as("credit").post(path, "{\"to\": \"funded\"}").status()).isEqualTo(409);
        loan.isIn("processing");
    }

    @Test
    void anOverrideIsKeptWithWhoTookItAndIsBetweenThoseWhoDecide() {
        var loan = lending.aLoan(node -> node.put("loan_amount", 900000)).reaches("processing");
        var path = "/api/applications/" + loan.reference();
        loan.approvedOn("{}", "we know them");

        var runs = api.as("credit").get(path + "/assessments").json().path("items");
        var last = runs.get(runs.size() - 1);
        assertThat(last.path("result").asText()).isEqualTo("overridden");
        assertThat(last.path("override_reason").asText()).isEqualTo("we know them");
        assertThat(last.path("by").asText())
                .isEqualTo(lending.team().member("credit").userId());
        assertThat(api.as("credit")
                        .get(path)
                        .json()
                        .at("/terms/override_reason")
                        .asText())
                .isEqualTo("we know them");
        for (var group : List.of("broker", "bd", "accounts")) {
            assertThat(api.as(group).get(path).text()).doesNotContain("we know them");
        }
    }

    @Test
    void sortsByStageAsTheModelOrdersThem() {
        var mine = new Lending(lending.spring());
        var broker = new Api(lending.spring(), mine.team()).as("broker");
        var approved = mine.aLoan().reaches("approved");
        var inquiry = mine.aLoan();
        var processing = mine.aLoan().reaches("processing");

        assertThat(references(broker.get("/api/applications?sort=stage")))
                .containsExactly(inquiry.reference(), processing.reference(), approved.reference());
        assertThat(references(broker.get("/api/applications?sort=-stage,loan_amount")))
                .containsExactly(approved.reference(), processing.reference(), inquiry.reference());
        assertThat(broker.get("/api/applications?stage=nowhere").text()).contains("inquiry, processing, approved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=101",
                "size=0",
                "page=0",
                "page=x",
                "sort=password",
                "sort=loan_amount;drop",
                "stage=nowhere",
                "created_from=yesterday",
                "loan_amount_min=much",
                "broker_id=me",
                "include_closed=perhaps",
            })
    void refusesListParametersThatMakeNoSense(String query) {
        var answer = api.as("broker").get("/api/applications?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void accountsSeeAnApplicationFromApprovalOn() {
        var loan = lending.aLoan().reaches("processing");
        var path = "/api/applications/" + loan.reference();
        assertThat(api.as("accounts").get(path).status()).isEqualTo(404);
        loan.reaches("approved");
        assertThat(api.as("accounts").get(path).status()).isEqualTo(200);
        loan.movedBy("credit", "processing", "again");
        assertThat(api.as("accounts").get(path).status()).isEqualTo(200);
    }

    @Test
    void assessmentsAreForThoseWhoDecide() {
        var loan = lending.aLoan().reaches("processing");
        var path = "/api/applications/" + loan.reference() + "/assessments";

        var run = api.as("credit").get(path).json().at("/items/0");
        assertThat(run.path("result").asText()).isEqualTo("eligible");
        assertThat(run.at("/ratios/lvr").decimalValue()).isEqualByComparingTo("50");
        assertThat(run.at("/inputs/annual_income").decimalValue()).isEqualByComparingTo("180000");
        assertThat(api.as("broker").get(path).status()).isEqualTo(403);
    }

    @Test
    void theHistoryTellsWhoAndWhy() {
        var loan = lending.aLoan().reaches("processing").movedBy("bd", "inquiry", "payslips");
        var items = api.as("credit")
                .get("/api/applications/" + loan.reference() + "/history")
                .json()
                .path("items");

        assertThat(items).hasSize(3);
        assertThat(items.get(0).path("from").isNull()).isTrue();
        assertThat(items.get(2).path("from").asText()).isEqualTo("processing");
        assertThat(items.get(2).path("to").asText()).isEqualTo("inquiry");
        assertThat(items.get(2).path("reason").asText()).isEqualTo("payslips");
        assertThat(items.get(2).at("/by/id").asText())
                .isEqualTo(lending.team().member("bd").userId());
        assertThat(items.get(2).path("model_version").asInt()).isPositive();
    }

    private String create(String group, String body) {
        var created = api.as(group).post("/api/applications", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().path("reference").asText();
    }

    private Http.Answer patch(String group, String reference, String body, String ifMatch) {
        return api.as(group)
                .with("If-Match", ifMatch)
                .send("PATCH", "/api/applications/" + reference, body, "application/merge-patch+json");
    }

    private long applications() {
        return lending.database()
                .sql("select (select count(*) from application) + (select count(*) from act_ru_execution)")
                .query(Long.class)
                .single();
    }

    private static List<String> references(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").findValuesAsText("reference");
    }
}
