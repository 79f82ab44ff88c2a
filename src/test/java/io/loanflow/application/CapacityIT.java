package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody who works with loans borrows in an application that is not theirs: there they are a client like any other. */
@LoanflowIT
@Tag("service")
class CapacityIT {

    private final Lending lending;
    private final Lending elsewhere;
    private final Api api;
    private final Api others;
    private final String other = "other-" + UUID.randomUUID();

    private String reference = "";
    private String path = "";
    private long borrower;

    @Autowired
    CapacityIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.elsewhere = new Lending(context);
        this.api = new Api(context, lending.team());
        this.others = new Api(context, elsewhere.team());
    }

    @BeforeEach
    void anApplicationOfTwoBorrowers() {
        var application = Lending.complete();
        application.withArray("/borrowers").addObject().put("first_name", "Oda").put("email", other + "@example.com");
        ((com.fasterxml.jackson.databind.node.ObjectNode) application.at("/borrowers/0")).put("notes", "pays late");
        var created = api.as("broker").post("/api/applications", application.toString());
        reference = created.json().path("reference").asText();
        path = "/api/applications/" + reference;
        borrower = created.json().at("/borrowers/0/id").asLong();
    }

    private Http borrowing(String group) {
        lending.database()
                .sql("update borrower set user_id = ? where id = ?")
                .params(elsewhere.team().member(group).userId(), borrower)
                .update();
        return others.as(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "client"})
    void readsWhatAClientReads(String group) {
        var caller = borrowing(group);

        var read = caller.get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("borrowers").findValuesAsText("id")).containsExactly(String.valueOf(borrower));
        assertThat(read.text()).doesNotContain("pays late", "Oda", other);
        assertThat(read.json().path("securities")).isEmpty();
        assertThat(read.json().path("created_by").isNull()).isTrue();
        assertThat(caller.get(path + "/history").json().at("/items/0/by").isNull())
                .isTrue();
        assertThat(caller.get("/api/borrowers/" + borrower).text()).doesNotContain("pays late");
        assertThat(caller.get("/api/borrowers").text()).doesNotContain("pays late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "client"})
    void doesNotHearOfThoseWhoBorrowWithThem(String group) {
        var caller = borrowing(group);

        var listed = caller.get("/api/applications?search=" + reference).json();
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        assertThat(listed.at("/items/0/borrowers").findValuesAsText("id")).containsExactly(String.valueOf(borrower));
        assertThat(caller.get("/api/applications?search=" + other)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(caller.get("/api/borrowers/" + borrower + "/applications")
                        .json()
                        .at("/items/0/borrowers"))
                .hasSize(1);
        assertThat(api.as("broker")
                        .get("/api/applications?search=" + other)
                        .json()
                        .at("/items/0/borrowers"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd"})
    void changesAndMovesNothingButWhatAClientMoves(String group) {
        var caller = borrowing(group);

        assertThat(caller.send("PATCH", path, "{\"loan_amount\": 777777}", "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(path + "/securities", "{}").status()).isEqualTo(403);
        assertThat(caller.send("PATCH", "/api/borrowers/" + borrower, "{\"annual_income\": 999999}", "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post("/api/borrowers/" + borrower + "/assets", "{\"type\": \"other\", \"value\": 1000000}")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(path + "/transitions", "{\"to\": \"processing\"}")
                        .status())
                .isEqualTo(403);
        assertThat(message(
                                caller,
                                "{\"messageName\": \"applicationDeclined\", \"businessKey\": \"%s\","
                                        + " \"processVariables\": {\"reason\": {\"value\": \"no\"}}}")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(path + "/transitions", "{\"to\": \"withdrawn\", \"reason\": \"mine\"}")
                        .status())
                .as("as a client")
                .isEqualTo(200);
    }

    private Http.Answer message(Http caller, String body) {
        return caller.post("/engine-rest/message", body.formatted(reference));
    }

    /** Figures of somebody who stands behind an application that the caller does not see are not theirs to change. */
    @Test
    void doesNotChangeSomebodyWhoBorrowsElsewhere() {
        var own = others.as("broker").post("/api/borrowers", "{\"first_name\": \"Sha\", \"last_name\": \"Red\"}");
        var shared = own.json().path("id").asLong();
        var used = api.as("admin")
                .send("PATCH", path, "{\"borrowers\": [{\"id\": " + shared + "}]}", "application/merge-patch+json");
        assertThat(used.status()).as(used.text()).isEqualTo(200);

        var place = "/api/borrowers/" + shared;
        var refused = others.as("broker").send("PATCH", place, "{\"annual_income\": 1}", "application/json");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain(reference, "inquiry");
        assertThat(others.as("broker")
                        .send("PATCH", place, "{\"phone\": \"0412345678\"}", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(api.as("broker")
                        .send("PATCH", place, "{\"annual_income\": 1}", "application/json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverLeavesTheirGroupLeavesTheirApplications() {
        var team = new Lending(lending.spring());
        var loan = team.aLoan();
        var place = "/api/applications/" + loan.reference();
        var anew = new Api(lending.spring(), team.team());
        var task = anew.as("broker").get("/api/tasks").json().at("/items/0/id").asText();
        var borrowers =
                anew.as("broker").get(place).json().at("/borrowers/0/id").asText();
        for (var group : List.of("broker", "bd")) {
            var person = "/api/users/" + team.team().member(group).userId();
            assertThat(anew.as(group).get("/api/tasks").json().path("total").asInt())
                    .isEqualTo(1);
            var before = anew.as(group);
            assertThat(anew.as("admin")
                            .send("PATCH", person, "{\"groups\": [\"client\"]}", "application/json")
                            .status())
                    .isEqualTo(200);
            assertThat(before.get(place).status()).isEqualTo(401);

            var left = anew.as(group);
            assertThat(left.get("/api/applications").json().path("total").asInt())
                    .isZero();
            assertThat(left.get(place).status()).isEqualTo(404);
            assertThat(left.get("/api/borrowers/" + borrowers).status()).isEqualTo(404);
            assertThat(left.post(place + "/transitions", "{\"to\": \"withdrawn\", \"reason\": \"gone\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(left.get("/api/tasks").json().path("total").asInt()).isZero();
            assertThat(left.post("/api/tasks/" + task + "/claim", "{}").status())
                    .isEqualTo(404);
            assertThat(left.get("/engine-rest/task/count").json().path("count").asInt())
                    .isZero();
        }
        loan.movedBy("admin", "withdrawn", "no");
        assertThat(anew.as("broker")
                        .get("/api/notifications/unread-count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        var person = "/api/users/" + team.team().member("broker").userId();
        anew.as("admin").send("PATCH", person, "{\"groups\": [\"broker\"]}", "application/json");
        assertThat(anew.as("broker").get(place).status()).as("back again").isEqualTo(200);
    }

    @Test
    void accountsWhoBorrowSeeNothingMoreBeforeTheApproval() {
        var read = borrowing("accounts").get(path);
        assertThat(read.json().path("borrowers")).hasSize(1);
        assertThat(read.json().path("securities")).isEmpty();
    }

    @Test
    void aBrokerHearsTheSameOfAForeignBrokerAndOfNone() {
        var foreign = elsewhere.team().brokerId();
        for (var body :
                List.of("{\"broker_id\": %d, \"loan_amount\": -1}", "{\"loan_amount\": -1, \"broker_id\": %d}")) {
            var there = api.as("broker").post("/api/applications", body.formatted(foreign));
            var absent = api.as("broker").post("/api/applications", body.formatted(99999999));
            assertThat(there.pointers()).containsExactlyInAnyOrder("/broker_id", "/loan_amount");
            assertThat(there.status()).isEqualTo(400);
            assertThat(absent.text()).isEqualTo(there.text());
        }
        var there = api.as("broker").put(path + "/broker", "{\"broker_id\": " + foreign + "}");
        var absent = api.as("broker").put(path + "/broker", "{\"broker_id\": 99999999}");
        assertThat(there.status()).isEqualTo(400);
        assertThat(absent.text()).isEqualTo(there.text());
    }

    @Test
    void namesAnUnknownProductTogetherWithWhatIsWrongWithAny() {
        var refused = api.as("broker")
                .post(
                        "/api/applications",
                        "{\"product\": \"nix\", \"loan_amount\": -1, \"loan_term\": 0, \"interest_rate\": 99}");
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/product", "/loan_amount", "/loan_term", "/interest_rate");
    }
}
