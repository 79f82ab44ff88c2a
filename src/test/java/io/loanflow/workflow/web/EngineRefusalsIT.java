package io.loanflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.Logged;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the engine's doors refuse, they refuse as the API does, and what the model allows they allow. */
@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
class EngineRefusalsIT {

    private static final String MESSAGE = "/engine-rest/message";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;
    Http admin;
    Http broker;
    Http bd;
    Http credit;

    @BeforeAll
    void logIn() {
        lending = new Lending(context);
        var api = new Api(context, lending.team());
        admin = api.as("admin");
        broker = api.as("broker");
        bd = api.as("bd");
        credit = api.as("credit");
    }

    /** All that another site could send with the session of a browser. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
    void takesNothingWithASessionAloneAtTheWebApps(String type) {
        var loan = lending.aLoan();
        var task = loan.task("Activity_CompleteInquiry").id();
        var door = "/camunda/api/engine/engine/default";
        var message = "{\"messageName\":\"applicationDeclined\",\"businessKey\":\"" + loan.reference()
                + "\",\"processVariables\":{\"reason\":{\"value\":\"csrf\"}}}";
        var comment = "{\"message\":\"forged\"}";
        var browser = LogIn.tasklist(port, lending.team().email("bd"));
        for (var token : new String[] {"", "forged"}) {
            var forged = browser.with("X-XSRF-TOKEN", token).with("Origin", "https://evil.example");
            isProblem(forged.send("POST", door + "/message", message, type), 403);
            isProblem(forged.send("POST", door + "/task/" + task + "/comment/create", comment, type), 403);
        }
        loan.isIn("inquiry");
        assertThat(LogIn.tasklist(port, lending.team().email("bd"))
                        .send("POST", door + "/message", message, type)
                        .status())
                .isEqualTo(type.equals("application/json") ? 204 : 415);
    }

    @Test
    void takesNothingButJsonInUtf8() {
        var text = "{\"purpose\":\"a\"}";
        isProblem(broker.send("POST", "/engine-rest/task", "{}", "text/plain"), 415);
        isProblem(broker.send("POST", "/api/applications", text, "application/json;charset=UTF-16"), 415);
    }

    /** What is out of sight reads as what is not there, whatever hangs on it, and fills no log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/%s",
                "/task/%s/form",
                "/task/%s/deployed-form",
                "/task/%s/rendered-form",
                "/task/%s/form-variables",
                "/task/%s/variables",
                "/task/%s/localVariables",
                "/task/%s/identity-links",
                "/task/%s/comment",
                "/process-instance/%s",
                "/process-instance/%s/variables",
                "/process-instance/%s/variables/reference",
                "/process-instance/%s/activity-instances",
                "/execution/%s",
                "/execution/%s/localVariables"
            })
    void tellsNothingOfWhatIsOutOfSight(String path) {
        var stranger = new Api(context, new Lending(context).team()).as("broker");
        var loan = lending.aLoan();
        var task = loan.task("Activity_CompleteInquiry").id();
        var instance = admin.get("/engine-rest/task/" + task)
                .json()
                .path("processInstanceId")
                .asText();
        var present = path.startsWith("/task") ? task : instance;
        var absent = java.util.UUID.randomUUID().toString();
        try (var log = Logged.everythingOf("org.camunda.bpm.engine.rest.exception", "io.loanflow.workflow.web")) {
            for (var door : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
                var foreign = stranger.get(door + path.formatted(present));
                var unknown = stranger.get(door + path.formatted(absent));
                isProblem(foreign, 404);
                assertThat(foreign.text().replace(present, ""))
                        .isEqualTo(unknown.text().replace(absent, ""));
                assertThat(admin.get(door + path.formatted(absent)).status()).isEqualTo(404);
            }
            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?candidateGroup=x&candidateUser=y",
                "/task?sortBy=x",
                "/task?createdAfter=x",
                "/job?withException=maybe",
                "/metrics?interval=x"
            })
    void saysThatAQueryIsNotValid(String path) {
        isProblem(admin.get("/engine-rest" + path), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET|/task?priority=abc||/priority|'abc' is not a valid priority.",
                "GET|/task/count?createdAfter=x&name=x||/createdAfter|'x' is not a valid createdAfter.",
                "GET|/task?assigned=a%27b||/assigned|'a'b' is not a valid assigned.",
                "GET|/task?processVariables=x||/processVariables|Cannot set query parameter 'processVariables' to value 'x':"
                        + " variable query parameter has to have format KEY_OPERATOR_VALUE.",
                "GET|/metrics?interval=x||/interval|'x' is not a valid interval.",
                "GET|/task?firstResult=-5||/firstResult|firstResult is from 0 to 999999999.",
                "GET|/task?firstResult=abc||/firstResult|firstResult is from 0 to 999999999.",
                "GET|/metrics?firstResult=-5||/firstResult|firstResult is from 0 to 999999999.",
                "GET|/task?maxResults=2001||/maxResults|maxResults is from 0 to 2000.",
                "POST|/task?firstResult=-5|{}|/firstResult|firstResult is from 0 to 999999999.",
                "POST|/task|{\"priority\":\"abc\"}|/priority|'abc' is not a valid priority.",
                "POST|/task|{\"orQueries\":[{\"createdAfter\":\"x\"}]}|/orQueries/0/createdAfter|'x' is not a valid createdAfter.",
                "POST|/task|{\"priority\":99999999999}|/priority|This is not a valid priority.",
                "POST|/task|{\"priority\":\"x\",\"name\":\"x\"}|/priority|'x' is not a valid priority.",
                "POST|/task|{\"name\":{}}|/name|This is not a valid name.",
                "POST|/task|{\"sorting\":{}}|/sorting|This is not a valid sorting."
            })
    void namesWhatItCannotRead(String method, String path, String body, String pointer, String sentence) {
        var answer = admin.send(method, "/engine-rest" + path, body == null ? "" : body, "application/json");

        isProblem(answer, 400);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(answer.json().path("detail").asText()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/task|{\"sorting\":[null]}",
                "/task|{\"sorting\":{}}",
                "/task|{\"orQueries\":[null]}",
                "/task|{\"candidateGroups\":[]}",
                "/task|{\"taskVariables\":[{}]}",
                "/task|{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{}}]}",
                "/task|{\"orQueries\":[{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":[1]}]}]}",
                "/task|{\"processVariables\":[1]}",
                "/execution|{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{}}]}",
                "/process-instance|{\"variables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{\"type\":\"Object\"}}]}",
                "/variable-instance|{\"variableValues\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{}}]}",
                "/history/process-instance|{\"variables\":[[]]}",
                "/task|{\"priority\":\"x\"}",
                "/task|{\"name\":\"a\\u0000\"}",
                "/task|{\"name\":\"a\\udc00\"}",
                "/task|{\"candidateGroup\":\"x\",\"candidateUser\":\"y\"}",
                "/filter/create|{\"resourceType\":\"Task\",\"name\":\"a\\u0000\",\"owner\":null,\"query\":{}}",
                "/filter/create|{\"resourceType\":\"Task\",\"name\":\"a\",\"owner\":null,\"query\":null}",
                "/filter/create|{\"resourceType\":\"Task\",\"name\":\"a\",\"owner\":null,\"query\":{},\"properties\":[]}",
                "/filter/create|{\"resourceType\":\"Nope\",\"name\":\"a\",\"owner\":null,\"query\":{}}"
            })
    void saysThatAQueryOrFilterIsNotValid(String path, String body) {
        isProblem(admin.post("/engine-rest" + path, body), 400);
    }

    @Test
    void refusesANameThatDoesNotFit() {
        var filter = "{\"resourceType\":\"Task\",\"name\":\"" + "x".repeat(300) + "\",\"owner\":null,\"query\":{}}";

        isProblem(admin.post("/engine-rest/filter/create", filter), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"decision\":{\"value\":\"decline\"},\"reason\":{\"value\":5}}|/variables/reason",
                "{\"decision\":{\"value\":\"decline\"},\"reason\":{\"value\":\"a\\u0000b\"}}|/reason",
                "{\"decision\":{\"value\":\"approve\"},\"overrideReason\":{\"value\":\"a\\u0000b\"}}|/overrideReason",
                "{\"decision\":{\"value\":\"approve\"},\"overrideReason\":{\"value\":5}}|/variables/overrideReason",
                "[]|/variables"
            })
    void takesOnlyTextsWhereTheFormHasTexts(String variables, String pointer) {
        var loan = atCredit();
        var path = "/engine-rest/task/" + loan.task("Activity_DecideCredit").id() + "/complete";

        var answer = credit.post(path, "{\"variables\":" + variables + "}");

        isProblem(answer, 400);
        assertThat(answer.pointers()).containsExactly(pointer);
        loan.isIn("processing");
    }

    @Test
    void holdsReasonsToTheSameLengthAtEveryDoor() {
        var loan = atCredit();
        var task = loan.task("Activity_DecideCredit").id();
        var reason = "x".repeat(4001);

        var api = credit.post(
                "/api/tasks/" + task + "/complete", "{\"decision\":\"decline\",\"reason\":\"" + reason + "\"}");
        var number = credit.post("/api/tasks/" + task + "/complete", "{\"decision\":\"decline\",\"reason\":5}");
        var engine = credit.post(
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"decision\":{\"value\":\"decline\"},\"reason\":{\"value\":\"" + reason + "\"}}}");

        assertThat(api.pointers()).containsExactly("/reason");
        assertThat(number.pointers()).containsExactly("/reason");
        assertThat(engine.pointers()).containsExactly("/variables/reason");
        loan.isIn("processing");
    }

    @Test
    void readsTheApplicationOfAStartAsStrictlyAsTheApi() {
        for (var application : List.of(
                Lending.complete() + " x", "{\"purpose\":\"a\",\"purpose\":\"b\"}", "{\"purpose\":\"a\\ud800\"}")) {
            var body = JsonNodeFactory.instance.objectNode();
            body.withObject("/variables/application").put("value", application);

            var answer = broker.post("/engine-rest/process-definition/key/loanOrigination/start", body.toString());

            isProblem(answer, 400);
            assertThat(answer.pointers()).hasSize(1).isSubsetOf("/application", "/purpose");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bd,applicationDeclined,declined",
        "credit,applicationDeclined,declined",
        "broker,applicationWithdrawn,withdrawn"
    })
    void takesAMessageFromWhomTheModelLetsSendIt(String group, String message, String stage) {
        var loan = lending.aLoan();
        var client = new Api(context, lending.team()).as(group);

        isProblem(client.post(MESSAGE, message(loan, message, "")), 422);
        isProblem(client.post(MESSAGE, message(loan, message, "\"reason\":{\"value\":5}")), 400);
        loan.isIn("inquiry");

        assertThat(client.post(MESSAGE, message(loan, message, "\"reason\":{\"value\":\"no\"}"))
                        .status())
                .isEqualTo(204);

        loan.isIn(stage);
        assertThat(lending.database()
                        .sql("select reason from stage_history where reference = ? and to_stage = ?")
                        .params(loan.reference(), stage)
                        .query(String.class)
                        .single())
                .isEqualTo("no");
    }

    @Test
    void takesNoMessageFromOthersAndNoneOfTheSystem() {
        var loan = lending.aLoan();
        var stranger = LogIn.api(port, new Lending(context).team().email("broker"));
        var declined = message(loan, "applicationDeclined", "\"reason\":{\"value\":\"no\"}");

        isProblem(broker.post(MESSAGE, declined), 403);
        isProblem(stranger.post(MESSAGE, declined), 404);
        loan.isIn("inquiry");
    }

    @ParameterizedTest
    @CsvSource({
        "approved,signingRequested",
        "approved,signingVoided",
        "approved,documentsSigned",
        "approved,signatureDeclined",
        "funded,loanRepaid",
        "funded,scheduleChanged"
    })
    void leavesMessagesOfTheSystemToTheSystem(String stage, String message) {
        var loan = lending.aLoan().reaches(stage);

        assertThat(admin.post(MESSAGE, message(loan, message, "")).status()).isIn(403, 409);

        loan.isIn(stage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailDelivery", "documentSigning", "loanServicing", "instalmentCollection"})
    void startsNoProcessThatTheSystemStarts(String process) {
        var loan = lending.aLoan();
        var start = "/engine-rest/process-definition/key/" + process + "/start";

        isProblem(admin.post(start, "{\"businessKey\": \"" + loan.reference() + "\"}"), 403);

        assertThat(admin.get("/api/applications/" + loan.reference()).status()).isEqualTo(200);
    }

    @Test
    void saysWhereAnApplicationStandsThatDoesNotWaitForAMessage() {
        var loan = lending.aLoan().movedBy("bd", "declined", "no");

        for (var person : List.of(admin, bd, broker)) {
            var answer = person.post(MESSAGE, message(loan, "applicationWithdrawn", ""));

            isProblem(answer, 409);
            assertThat(answer.json().path("stage").asText()).isEqualTo("declined");
            assertThat(answer.json().path("transitions").isArray()).isTrue();
        }
    }

    @Test
    void keepsCommentsOfThoseWhoSeeTheTask() {
        var loan = lending.aLoan();
        var path = "/engine-rest/task/" + loan.task("Activity_CompleteInquiry").id() + "/comment";
        var tasklist = LogIn.tasklist(port, lending.team().email("bd"));
        var stranger = LogIn.api(port, new Lending(context).team().email("broker"));

        var made = bd.post(path + "/create", "{\"message\":\"call the broker\"}");
        var second = tasklist.post(
                path.replace("/engine-rest", "/camunda/api/engine/engine/default") + "/create",
                "{\"message\":\"done\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("userId").asText())
                .isEqualTo(lending.team().member("bd").userId());
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.json().path("userId").asText())
                .isEqualTo(lending.team().member("bd").userId());
        assertThat(bd.get(path).json().findValuesAsText("message"))
                .containsExactlyInAnyOrder("call the broker", "done");
        isProblem(bd.post(path + "/create", "{\"message\":\" \"}"), 400);
        isProblem(bd.post(path + "/create", "{\"message\":\"" + "x".repeat(4001) + "\"}"), 400);
        isProblem(bd.post(path + "/create", "{\"message\":\"x\",\"userId\":\"somebody\"}"), 400);
        isProblem(stranger.post(path + "/create", "{\"message\":\"x\"}"), 404);
        isProblem(stranger.get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/process-definition/statistics",
                "/engine-rest/process-definition/statistics/",
                "/engine-rest/engine/default/process-definition/statistics",
                "/engine-rest/process-definition/key/loanOrigination/statistics",
                "/engine-rest/metrics",
                "/camunda/api/engine/engine/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
            })
    void letsNobodyCountWhatTheyMayNotSee(String path) {
        for (var group : List.of("broker", "bd", "accounts")) {
            var email = lending.team().email(group);
            var client = path.startsWith("/camunda") ? LogIn.tasklist(port, email) : LogIn.api(port, email);
            isProblem(client.get(path), 403);
        }
        var email = lending.team().email("admin");
        var client = path.startsWith("/camunda") ? LogIn.tasklist(port, email) : LogIn.api(port, email);
        assertThat(client.get(path).status()).as(path).isEqualTo(200);
    }

    @Test
    void tellsWhoComesTooLateSoWhateverTheyMeet() throws Exception {
        var pool = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 25; round++) {
                var loan = lending.aLoan();
                var complete = "/engine-rest/task/"
                        + loan.task("Activity_CompleteInquiry").id() + "/complete";
                var start = new CyclicBarrier(3);
                var answers = List.of(
                        pool.submit(() -> {
                            start.await();
                            return broker.post(
                                    "/api/applications/" + loan.reference() + "/transitions",
                                    "{\"to\":\"withdrawn\",\"reason\":\"no\"}");
                        }),
                        pool.submit(() -> {
                            start.await();
                            return bd.post(complete, "{}");
                        }),
                        pool.submit(() -> {
                            start.await();
                            return admin.post(complete, "{}");
                        }));
                for (var answer : answers) {
                    assertThat(answer.get().status()).as(answer.get().text()).isIn(200, 204, 404, 409);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Loan atCredit() {
        return lending.aLoan().movedBy("broker", "processing");
    }

    private static String message(Loan loan, String name, String variables) {
        return "{\"messageName\":\"" + name + "\",\"businessKey\":\"" + loan.reference() + "\",\"processVariables\":{"
                + variables + "}}";
    }

    private static void isProblem(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("org.camunda", "java.");
    }
}
