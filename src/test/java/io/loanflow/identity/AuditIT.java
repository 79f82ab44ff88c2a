package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LoanflowIT
@Tag("service")
class AuditIT {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Person person;
    Http admin;

    @BeforeEach
    void makePeople() {
        person = People.someone(accounts, "credit");
        admin = LogIn.api(port, People.someone(accounts, "admin").email());
    }

    @Test
    void recordsLogInsAndRefusedOnesAtAllThreeDoors() {
        LogIn.api(port, person.email());
        LogIn.tasklist(port, person.email());
        new Http(port).basic(person.email(), People.PASSWORD).get("/engine-rest/task");
        assertThat(doors("login")).containsExactlyInAnyOrder("api", "web_apps", "engine_rest");

        new Http(port).post("/api/auth/login", "{\"email\":\"" + person.email() + "\",\"password\":\"wrong one\"}");
        new Http(port).basic(person.email(), "wrong one").get("/engine-rest/task");
        var browser = new Http(port);
        browser.with(
                        "X-XSRF-TOKEN",
                        browser.get("/camunda/app/tasklist/default/").header("X-XSRF-TOKEN"))
                .send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        "username=" + person.email() + "&password=wrong+one",
                        "application/x-www-form-urlencoded");
        assertThat(doors("login_refused")).containsExactlyInAnyOrder("api", "web_apps", "engine_rest");

        var refused = entries("action=login_refused").get(0);
        assertThat(refused.path("address").asText()).isNotBlank();
        assertThat(refused.path("actor").isNull()).isTrue();
        assertThat(refused.toString()).contains(person.email()).doesNotContain("wrong one");
    }

    @Test
    void writesOneEntryForManyCallsByPassword() {
        for (int i = 0; i < 3; i++) {
            new Http(port).basic(person.email(), People.PASSWORD).get("/engine-rest/task");
        }

        assertThat(doors("login")).containsExactly("engine_rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "x\\u0000@y", "x\\ud800@y"})
    void refusesLogInNamesThatNoTextCanHold(String name) {
        assertThat(logInAs(name)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\u0000@y", "\uD83D\uDE00@y"})
    void refusesHostileLogInNamesLikeAnyOther(String name) {
        assertThat(logInAs(name)).isEqualTo(401);
    }

    private int logInAs(String name) {
        return new Http(port)
                .post("/api/auth/login", "{\"email\":\"" + name + "\",\"password\":\"a-Password-1\"}")
                .status();
    }

    @Test
    void keepsNothingThatIsNoEmail() {
        new Http(port).post("/api/auth/login", "{\"email\":\"my-secret-" + person.id() + "\",\"password\":\"x\"}");

        assertThat(jdbc.sql("select count(*) from audit_entry where details::text like :secret")
                        .param("secret", "%my-secret-" + person.id() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'somebody else'",
                "delete from audit_entry",
                "delete from audit_entry where false",
                "truncate audit_entry",
                "insert into audit_entry (id, action) overriding system value select id, 'x' from audit_entry"
                        + " on conflict (id) do update set action = 'x'"
            })
    void cannotBeChanged(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("append-only");
    }

    @Test
    void keepsARefusalWhoseTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record("done", "thing", person.id(), Map.of());
            trail.recordRefusal("refused", "thing", person.id(), Map.of());
            status.setRollbackOnly();
        });

        assertThat(entries("subject_type=thing&subject_id=" + person.id()))
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("refused");
    }

    @Test
    void recordsWhatIsRefusedToThoseWhoMayKnowOfIt() {
        var caller = LogIn.api(port, person.email());
        var other = People.someone(accounts, "client");
        var created = admin.post("/api/borrowers", "{\"first_name\": \"Ann\"}");
        var borrower = created.json().path("id").asText();

        caller.post("/api/borrowers/" + borrower + "/sensitive", "");
        caller.send("PATCH", "/api/users/" + other.id(), "{\"groups\":[\"admin\"]}", "application/json");
        caller.post("/api/users", "{\"email\":\"x@y.example\",\"groups\":[\"admin\"]}");
        caller.with("Idempotency-Key", "k" + person.id()).post("/api/branches", "{\"name\":\"Secret\"}");

        var refused = entries("action=call_refused&actor=" + person.id());
        assertThat(refused)
                .extracting(entry -> entry.path("subject_id").asText())
                .containsExactly(
                        "POST /api/branches",
                        "POST /api/users",
                        "PATCH /api/users/{id}",
                        "POST /api/borrowers/{id}/sensitive");
        assertThat(refused.get(3).at("/details/id").asText()).isEqualTo(borrower);
        assertThat(refused.get(2).at("/details/id").asText()).isEqualTo(other.id());
        assertThat(refused.get(2).at("/details/fields").asText()).isEqualTo("groups");
        assertThat(refused.get(1).at("/details/fields").asText()).isEqualTo("email, groups");
        assertThat(refused.get(0).at("/details/reason").asText()).isNotBlank();
        assertThat(refused.toString()).doesNotContain("Secret", "x@y.example");
        assertThat(admin.delete("/api/users/" + person.id()).status()).isEqualTo(204);
    }

    @Test
    void recordsWhoAsksForGroupsWhereNobodyGetsAny() {
        var caller = LogIn.api(port, person.email());
        var email = "greedy." + person.id() + "@loanflow.example";

        caller.send("PATCH", "/api/users/me", "{\"groups\":[\"admin\"]}", "application/json");
        var registered =
                new Http(port).post("/api/auth/register", "{\"email\":\"" + email + "\",\"groups\":\"admin\"}");

        assertThat(registered.status()).isEqualTo(400);
        assertThat(entries("action=groups_refused&subject_id=" + person.id())
                        .get(0)
                        .at("/details/groups")
                        .asText())
                .isEqualTo("[\"admin\"]");
        assertThat(entries("action=groups_refused&size=5"))
                .anyMatch(entry -> entry.at("/details/email").asText().equals(email)
                        && entry.path("actor").isNull());
    }

    @Test
    void isForAdminsAndFiltered() {
        trail.record("first", "thing", person.id(), Map.of("note", "a"));
        trail.record("second", "thing", person.id(), Map.of());
        var mine = "subject_type=thing&subject_id=" + person.id();

        assertThat(entries(mine))
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("second", "first");
        assertThat(entries(mine + "&action=first").get(0).at("/details/note").asText())
                .isEqualTo("a");
        assertThat(entries(mine + "&from=2999-01-01")).isEmpty();
        assertThat(entries(mine + "&to=2001-01-01")).isEmpty();
        assertThat(entries(mine + "&size=1&page=2"))
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("first");
        assertThat(admin.get("/api/audit?from=yesterday").pointers()).containsExactly("/from");
        for (var group : List.of("credit", "accounts", "bd", "broker", "client", "analyst")) {
            var other = LogIn.api(port, People.someone(accounts, group).email());
            assertThat(other.get("/api/audit").status()).as(group).isEqualTo(403);
        }
    }

    private List<String> doors(String action) {
        return entries("subject_type=user&subject_id=" + person.id() + "&action=" + action).stream()
                .map(entry -> entry.at("/details/door").asText())
                .toList();
    }

    private List<JsonNode> entries(String query) {
        var answer = admin.get("/api/audit?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }
}
