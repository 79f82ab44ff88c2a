package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.MailServer;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registration, and passwords that are changed, forgotten and chosen. */
@LoanflowIT
@Tag("service")
class PasswordIT {

    private static final String OTHER = "another-One-1";
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/password-reset#([\\w-]{43})\\s");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Person person;

    @BeforeEach
    void makeSomebody() {
        person = People.someone(accounts, "credit");
    }

    @Test
    void registersClientsAndLogsThemIn() {
        var email = "Reg." + UUID.randomUUID() + "@loanflow.example";
        var answer = post("/api/auth/register", """
                {"email": "%s", "password": " my own words ", "first_name": "Rae", "last_name": "Gister"}""".formatted(email));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/user/groups").toString()).isEqualTo("[\"client\"]");
        assertThat(new Http(port)
                        .bearer(answer.json().path("access").asText())
                        .get("/api/users/me")
                        .json()
                        .path("email")
                        .asText())
                .isEqualTo(email);
        assertThat(logIn(email, " my own words ")).isEqualTo(200);
        assertThat(logIn(email, "my own words")).isEqualTo(401);
        assertThat(post("/api/auth/register", """
                        {"email": "%s", "password": "other words", "first_name": "R", "last_name": "G"}""".formatted(email.toUpperCase(Locale.ROOT)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void checksWhatIsRegisteredAllAtOnce() {
        assertThat(post("/api/auth/register", "{\"email\": \"x\", \"password\": \"password1\", \"groups\": []}")
                        .pointers())
                .containsExactlyInAnyOrder("/email", "/password", "/first_name", "/last_name", "/groups");
        assertThat(post("/api/auth/register", "{\"password\": [\"a\"]}").pointers())
                .contains("/password", "/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaaaaaa", "iloveyou123", "99iloveyou", "loanflow-demo", "Loanflow-Demo1"})
    void refusesWhatOthersWouldTryFirstToWhoeverSetsIt(String password) {
        var admin = LogIn.api(port, People.someone(accounts, "admin").email());
        ask(person.email());

        for (var refused : new Http.Answer[] {
            post(
                    "/api/auth/register",
                    "{\"email\":\"r@loanflow.example\",\"password\":\"" + password
                            + "\",\"first_name\":\"R\",\"last_name\":\"G\"}"),
            change(LogIn.api(port, person.email()), People.PASSWORD, password),
            redeem(tokenTo(person.email()), password),
            admin.post("/api/users", "{\"email\":\"u@loanflow.example\",\"password\":\"" + password + "\"}")
        }) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.json().path("violations").findValuesAsText("code"))
                    .containsExactly("common_password");
        }
    }

    @Test
    void changesThePasswordAndEndsEveryOtherSession() {
        var here = LogIn.api(port, person.email());
        var elsewhere = LogIn.api(port, person.email());
        var tasklist = LogIn.tasklist(port, person.email());
        assertThat(tasklist.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);

        assertThat(change(here, People.PASSWORD, OTHER).status()).isEqualTo(204);

        assertThat(here.get("/api/users/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/users/me").status()).isEqualTo(401);
        assertThat(tasklist.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
        assertThat(logIn(person.email(), People.PASSWORD)).isEqualTo(401);
        assertThat(logIn(person.email(), OTHER)).isEqualTo(200);
        assertThat(new Http(port)
                        .basic(person.email(), OTHER)
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAWrongPresentPasswordAndAPoorNewOne() {
        var here = LogIn.api(port, person.email());

        assertThat(change(here, "wrong", OTHER).pointers()).containsExactly("/current_password");
        assertThat(change(here, People.PASSWORD, "password1").pointers()).containsExactly("/new_password");
        assertThat(change(here, "wrong", "iloveyou123").pointers())
                .containsExactlyInAnyOrder("/current_password", "/new_password");
        var same = change(here, People.PASSWORD, People.PASSWORD);
        assertThat(same.pointers()).containsExactly("/new_password");
        assertThat(same.json().at("/violations/0/code").asText()).isEqualTo("same_password");
        assertThat(change(here, "wrong", "wrong-And-Same").pointers()).containsExactly("/current_password");
        assertThat(here.post("/api/auth/password", "{\"current_password\":5,\"new_password\":{}}")
                        .pointers())
                .containsExactlyInAnyOrder("/current_password", "/new_password");
        assertThat(here.post("/api/auth/password", "{}").pointers())
                .containsExactlyInAnyOrder("/current_password", "/new_password");
        assertThat(new Http(port).post("/api/auth/password", "{}").status()).isEqualTo(401);
        assertThat(logIn(person.email(), People.PASSWORD)).isEqualTo(200);
    }

    @Test
    void resetsAForgottenPasswordByALinkThatWorksOnce() {
        var before = LogIn.api(port, person.email());
        for (int i = 0; i < 6; i++) {
            logIn(person.email(), "wrong");
        }

        var asked = ask(person.email().toUpperCase(Locale.ROOT));
        assertThat(asked.status()).isEqualTo(202);
        var token = tokenTo(person.email());

        assertThat(redeem(token, "password1").pointers()).containsExactly("/new_password");
        assertThat(redeem(token, OTHER).status()).isEqualTo(204);

        assertThat(logIn(person.email(), OTHER)).isEqualTo(200);
        assertThat(before.get("/api/users/me").status()).isEqualTo(401);
        var used = redeem(token, OTHER);
        var altered = redeem(token.substring(1) + "A", OTHER);
        assertThat(used.status()).isEqualTo(404);
        assertThat(altered.text().replaceAll("resets/[\\w-]+", ""))
                .isEqualTo(used.text().replaceAll("resets/[\\w-]+", ""));
    }

    @Test
    void refusesALinkThatIsTooOldOrWasReplacedByADeed() {
        ask(person.email());
        var token = tokenTo(person.email());
        jdbc.sql("update password_reset set expires_at = now() - interval '1 second' where user_id = :id")
                .param("id", person.id())
                .update();
        assertThat(redeem(token, OTHER).status()).isEqualTo(404);

        jdbc.sql("update password_reset set expires_at = now() + interval '1 hour' where user_id = :id")
                .param("id", person.id())
                .update();
        change(LogIn.api(port, person.email()), People.PASSWORD, OTHER);
        assertThat(redeem(token, "a-Third-0ne").status()).isEqualTo(404);
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        ask(person.email());
        var token = tokenTo(person.email());

        await(() -> jdbc.sql("select count(*) from mail where recipient = :to and body = ''")
                        .param("to", person.email())
                        .query(Long.class)
                        .single()
                == 1);
        assertThat(jdbc.sql("select count(*) from password_reset where hash = :token")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void answersTheSameForAnUnknownOrDeactivatedEmailAndSendsNothing() {
        var known = ask(person.email());
        var gone = People.someone(accounts, "credit");
        accounts.setActive(gone.id(), false);
        var nobody = "Nobody." + UUID.randomUUID() + "@loanflow.example";

        for (var email : new String[] {nobody, gone.email(), "no-mail", "x".repeat(254)}) {
            var unknown = ask(email);
            assertThat(unknown.status()).isEqualTo(202);
            assertThat(unknown.text()).isEqualTo(known.text());
            assertThat(unknown.headers().map().keySet())
                    .isEqualTo(known.headers().map().keySet());
        }
        var after = People.someone(accounts, "credit");
        ask(after.email());

        MailServer.awaitTo(after.email());
        assertThat(MailServer.to(nobody)).isEmpty();
        assertThat(MailServer.to(gone.email())).isEmpty();
        assertThat(post("/api/auth/password-resets", "{}").pointers()).containsExactly("/email");
    }

    @Test
    void sendsNoMoreThanThreeLinksInAnHourAndSaysNothingOfIt() {
        for (int i = 0; i < 6; i++) {
            assertThat(ask(person.email()).status()).isEqualTo(202);
        }
        var after = People.someone(accounts, "credit");
        ask(after.email());
        MailServer.awaitTo(after.email());

        assertThat(jdbc.sql("select count(*) from mail where recipient = :to")
                        .param("to", person.email())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void letsOneOfTwoUsesAtOnceWin() throws Exception {
        ask(person.email());
        var token = tokenTo(person.email());

        assertThat(atOnce(
                        () -> redeem(token, "a-First-0ne").status(),
                        () -> redeem(token, "a-Second-0ne").status()))
                .containsExactlyInAnyOrder(204, 404);
    }

    @Test
    void invitesAUserWhoWasCreatedWithoutAPassword() {
        var admin = LogIn.api(port, People.someone(accounts, "admin").email());
        var email = "Invited." + UUID.randomUUID() + "@loanflow.example";

        assertThat(admin.post("/api/users", "{\"email\":\"" + email + "\",\"groups\":[\"bd\"]}")
                        .status())
                .isEqualTo(201);

        assertThat(MailServer.awaitTo(email).get(0)).contains("An account was made for you");
        assertThat(redeem(tokenTo(email), OTHER).status()).isEqualTo(204);
        assertThat(logIn(email, OTHER)).isEqualTo(200);
    }

    @Test
    void letsOneOfTwoRefreshesAtOnceWinAndEndsTheSession() throws Exception {
        for (int round = 0; round < 5; round++) {
            var login = post("/api/auth/login", credentials(person.email(), People.PASSWORD));
            var body = "{\"refresh\":\"" + login.json().path("refresh").asText() + "\"}";

            assertThat(atOnce(
                            () -> post("/api/auth/refresh", body).status(),
                            () -> post("/api/auth/refresh", body).status()))
                    .containsExactlyInAnyOrder(200, 401);
            assertThat(new Http(port)
                            .bearer(login.json().path("access").asText())
                            .get("/api/users/me")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void recordsWhatHappenedToPasswords() {
        ask(person.email());
        redeem(tokenTo(person.email()), OTHER);

        var admin = LogIn.api(port, People.someone(accounts, "admin").email());
        var entries = admin.get("/api/audit?subject_type=user&subject_id=" + person.id());
        assertThat(entries.json().findValuesAsText("action")).contains("password_reset_requested", "password_reset");
        assertThat(entries.json().findValuesAsText("address")).contains("127.0.0.1");
        assertThat(entries.text()).doesNotContain(OTHER);
    }

    @Test
    void showsNoSecretInWhatMayBeLogged() {
        assertThat(new PasswordLink("e@x", "E", "the-token", Instant.EPOCH, false).toString())
                .doesNotContain("the-token");
        assertThat(new UserData("e@x", null, null, null, null, "the-password", null).toString())
                .doesNotContain("the-password");
        assertThat(new Registration("e@x", "the-password", null, null, null).toString())
                .doesNotContain("the-password");
    }

    private Http.Answer ask(String email) {
        return post("/api/auth/password-resets", "{\"email\":\"" + email + "\"}");
    }

    private Http.Answer redeem(String token, String password) {
        return post("/api/auth/password-resets/" + token, "{\"new_password\":\"" + password + "\"}");
    }

    private Http.Answer change(Http caller, String present, String wanted) {
        return caller.post(
                "/api/auth/password", "{\"current_password\":\"" + present + "\",\"new_password\":\"" + wanted + "\"}");
    }

    private int logIn(String email, String password) {
        return post("/api/auth/login", credentials(email, password)).status();
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }

    private Http.Answer post(String path, String body) {
        return new Http(port).post(path, body);
    }

    private static String tokenTo(String email) {
        var matcher = LINK.matcher(MailServer.awaitTo(email).get(0));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static java.util.List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var statuses = new ArrayList<Integer>();
            for (var done : pool.invokeAll(java.util.List.of(one, other))) {
                statuses.add(done.get());
            }
            return statuses;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
