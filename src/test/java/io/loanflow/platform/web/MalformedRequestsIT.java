package io.loanflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever is malformed is the caller's mistake, and told so as a problem, at every door and before anything is done. */
@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsIT {

    private static final String LOG_IN = "/api/auth/login";
    private static final String GOOD = "{\"email\":\"x@y.z\",\"password\":\"y\"}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;
    Http broker;
    Http admin;

    @BeforeAll
    void logIn() {
        lending = new Lending(context);
        var api = new Api(context, lending.team());
        broker = api.as("broker");
        admin = api.as("admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":\"a\\u0000b\",\"password\":\"x\"}|/email|illegal_character",
                "{\"email\":\"a\\ud800b\",\"password\":\"x\"}|/email|illegal_character",
                "{\"em\\u0000ail\":\"a\"}|/email|illegal_character",
                "{\"email\":\"a\",\"password\":\"y\"} x||malformed_json",
                "{\"email\":\"a\",\"password\":\"y\"}{}||malformed_json",
                "{\"email\":\"a\",\"email\":\"b\"}||duplicate_field",
                "{\"email\":||malformed_json",
                "[]||wrong_type"
            })
    void refusesJsonThatIsNotCleanBeforeAnyLogIn(String body, String pointer, String code) {
        var answer = new Http(port).post(LOG_IN, body);

        isProblem(answer, 400);
        assertThat(answer.pointers()).containsExactly(pointer == null ? "" : pointer);
        assertThat(answer.json().at("/violations/0/code").asText()).isEqualTo(code);
    }

    @Test
    void namesAllThatIsMissingOrOfTheWrongKindInWords() {
        assertThat(new Http(port).post(LOG_IN, "{}").pointers()).containsExactly("/email", "/password");
        var refused =
                broker.post("/api/applications", "{\"loan_term\":1.5}").json().path("violations");
        assertThat(refused.findValuesAsText("detail")).contains("Here goes a whole number, not a number like 1.5.");
    }

    @Test
    void saysWhereWhatIsTooMuchToReadIs() {
        var digits = "9".repeat(5000);
        var refused = broker.post("/api/applications", "{\"loan_amount\":" + digits + "}");
        isProblem(refused, 400);
        assertThat(refused.pointers()).containsExactly("/loan_amount");
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("out_of_range");

        var nested = broker.post("/api/applications", "{\"securities\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        isProblem(nested, 400);
        assertThat(nested.json().at("/violations/0/code").asText()).isEqualTo("too_large");
    }

    /** A tax file number without its quotes is a number of the wrong kind, and still a secret. */
    @Test
    void doesNotRepeatASecretOfTheWrongKind() {
        var refused =
                broker.post("/api/borrowers", "{\"tax_file_number\":123456782,\"bank_account\":{\"number\":99887766}}");
        isProblem(refused, 400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/tax_file_number", "/bank_account/number");
        assertThat(refused.text()).doesNotContain("123456782", "99887766");
    }

    @Test
    void takesTheWholeOfUnicode() {
        var loan = lending.aLoan();

        var answer = broker.send(
                "PATCH",
                "/api/applications/" + loan.reference(),
                "{\"purpose\":\"\\ud83c\\udfe0 🏠 \\u0001\"}",
                "application/json");

        assertThat(answer.json().path("purpose").asText()).startsWith("🏠 🏠");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/yaml",
                "application/x-www-form-urlencoded",
                "text/plain",
                "nonsense",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "application/json;charset=UTF-16"
            })
    void takesNothingButJson(String type) {
        isProblem(new Http(port).send("POST", LOG_IN, GOOD, type), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/csv", "application/yaml", "application/json;q=0", "nonsense"})
    void doesNothingForWhoCouldNotReadTheAnswer(String type) {
        var loan = lending.aLoan();
        var reader = new Api(context, lending.team()).as("broker").with("Accept", type);

        isProblem(
                reader.post("/api/applications/" + loan.reference() + "/transitions", "{\"to\":\"processing\"}"), 406);

        loan.isIn("inquiry");
    }

    @Test
    void logsNothingForABrokenAcceptHeader(CapturedOutput log) {
        var marker = "nonsense" + UUID.randomUUID();
        for (var path : new String[] {"/", "/engine-rest/task", "/api/applications", "/" + marker}) {
            new Http(port).with("Accept", marker).get(path);
        }

        assertThat(log.getAll()).doesNotContain("Accept", marker);
    }

    @Test
    void answersWhoAcceptsProblemsOnlyOrAnything() {
        for (var type : new String[] {"application/problem+json", "*/*;q=0.1", "text/html, application/json;q=0.5"}) {
            var reader = new Api(context, lending.team()).as("broker").with("Accept", type);
            assertThat(reader.get("/api/users/me").status()).as(type).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%65ngine-rest/task",
                "/engine-rest/t%61sk",
                "/camunda/api/%65ngine/engine/default/task",
                "/%61pi/applications",
                "/api/%61pplications",
                "/api/x%2e",
                "/api/applications?search=%00",
                "/api/applications?search=%zz",
                "/api/applications?search=%ff",
                "/api/applications?search=%ed%a0%80",
                "/api/applications?%00=x",
                "/engine-rest/task?name=%00",
                "/api/%00",
                "/api/%2f",
                "/api/%5C",
                "/api/%ff",
                "/api/a|b",
                "/api/{x}",
                "/api//applications",
                "/api/applications;x=1",
                "/v3/api-docs?x=%00"
            })
    void refusesPathsAndQueriesThatCouldBeReadInTwoWays(String path) throws IOException {
        isProblem(raw("GET " + path, "Authorization: Bearer nobody"), 400);
    }

    /** A client that first sends all and then reads, as many do. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/applications", "/api/auth/login", "/engine-rest/task"})
    void tellsWhoSendsTenMegabytesThatItIsTooMuch(String path) throws IOException {
        var body = ("{\"purpose\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var logIn = "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(lending.team().email("broker"), People.PASSWORD);
        var token = new Http(port).post(LOG_IN, logIn).json().path("access").asText();
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + token + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            for (int sent = 0; sent < body.length; sent += 8192) {
                socket.getOutputStream().write(body, sent, Math.min(8192, body.length - sent));
            }
            var answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length))
                    .isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void letsNobodyPassTheLimitsOfTheApiByAnotherSpelling() {
        var body = "{\"purpose\":\"" + "x".repeat(1_100_000) + "\"}";
        var key = UUID.randomUUID().toString();
        var client = new Api(context, lending.team()).as("broker").with("Idempotency-Key", key);

        isProblem(client.post("/%61pi/applications", body), 400);
        isProblem(client.post("/api/applications", body), 413);
        isProblem(client.post("/API/applications", Lending.complete().toString()), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "FOO", "TRACE"})
    void refusesMethodsThatThereAreNot(String method) throws IOException {
        isProblem(raw(method + " /api/applications", "Accept: */*"), 405);
        isProblem(raw(method + " /", "Accept: */*"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: abc", "Content-Length: -1", "a b: c", "Transfer-Encoding: nonsense"})
    void wordsWhatTheServerItselfRefuses(String header) throws IOException {
        var answer = raw("POST /api/auth/login", header);

        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.text()).doesNotContain("<html", "Tomcat").contains("application/problem+json");
    }

    @Test
    void namesNoPathThatItCouldNotRead() throws IOException {
        var unread = raw("GET /x#y", "Accept: */*");
        isProblem(unread, 400);
        assertThat(unread.text()).doesNotContain("instance");

        assertThat(admin.get("/error").json().path("instance").asText()).isEqualTo("/error");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/applications?created_from=%2B999999999-12-31,/created_from",
        "/api/applications?created_to=%2B999999999-12-31,/created_to",
        "/api/applications?created_to=x,/created_to",
        "/api/applications?loan_amount_min=1e-999999999,/loan_amount_min",
        "/api/applications?loan_amount_max=1e999999999,/loan_amount_max",
        "/api/applications?interest_rate_min=abc,/interest_rate_min",
        "/api/applications?broker_id=99999999999999999999,/broker_id",
        "/api/applications?serach=x,/serach",
        "/api/notifications?type=%00,/type",
        "/api/notifications?from=%2B999999999-12-31,/from",
        "/api/notifications?to=%2B999999999-12-31,/to",
        "/api/notifications?to=%2B999999999-12-31T23:59:59Z,/to",
        "/api/notifications?unread=true,/unread",
        "/api/users/me?x=1,/x"
    })
    void namesTheQueryParameterThatIsWrong(String path, String pointer) {
        var answer = broker.get(path);

        isProblem(answer, 400);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void takesTheParametersThatThereAre() {
        var path = "/api/applications?created_from=2026-01-01&created_to=&loan_amount_min=1e3&search=%F0%9F%8F%A0+x"
                + "&sort=-reference&page=1&size=5&include_closed=false&broker_id=";

        assertThat(broker.get(path).status()).isEqualTo(200);
    }

    @Test
    void saysInWordsThatThereIsNothing() {
        assertThat(admin.get("/api/nope").json().path("detail").asText()).isEqualTo("There is nothing at /api/nope.");
        isProblem(new Http(port).get("/camunda/app/nope/default/"), 404);
        isProblem(new Http(port).get("/camunda/app/tasklist/nope/"), 404);
        assertThat(new Http(port).get("/camunda/app/tasklist/default/").status())
                .isEqualTo(200);
    }

    @Test
    void takesNoLogInWithACharacterThatNoEmailHas() {
        var browser = new Http(port);
        var page = browser.get("/camunda/app/tasklist/default/");
        var tasklist = browser.with("X-XSRF-TOKEN", page.header("X-XSRF-TOKEN"))
                .send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        "username=a%00b&password=x",
                        "application/x-www-form-urlencoded");

        assertThat(tasklist.status()).isEqualTo(401);
        isProblem(new Http(port).basic("a\0b", "x").get("/engine-rest/task"), 401);
    }

    private static void isProblem(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    private static void isProblem(Raw answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("application/problem+json", "\"status\":" + status);
    }

    private record Raw(int status, String text) {}

    /** Past the client, which would not send such a request. */
    private Raw raw(String start, String header) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var request = start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Raw(Integer.parseInt(answer.substring(9, 12)), answer);
        }
    }
}
