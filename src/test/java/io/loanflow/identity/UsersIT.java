package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import io.loanflow.testing.Team;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LoanflowIT
@Tag("service")
class UsersIT {

    private static final List<String> OTHERS = List.of("credit", "accounts", "bd", "broker", "client", "analyst");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext context;

    Person boss;
    Http admin;
    Person broker;

    @BeforeEach
    void makePeople() {
        boss = People.someone(accounts, "admin");
        admin = LogIn.api(port, boss.email());
        broker = People.someone(accounts, "broker");
    }

    @Test
    void createsReadsAndListsAUser() {
        var email = "New." + UUID.randomUUID() + "@loanflow.example";
        var created = admin.post("/api/users", """
                {"email": "%s", "first_name": "Nora", "last_name": "Newly", "phone": "0412 345 678",
                 "groups": ["broker", "bd"], "password": "a-Password-1"}""".formatted(email));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().path("id").asText();
        assertThat(created.header("location")).isEqualTo("/api/users/" + id);
        assertThat(created.header("etag")).isNotBlank();
        assertThat(created.json().path("groups").toString()).isEqualTo("[\"bd\",\"broker\"]");
        assertThat(created.text()).doesNotContain("a-Password-1");
        assertThat(admin.get("/api/users/" + id).json()).isEqualTo(created.json());
        assertThat(LogIn.api(port, email)
                        .get("/api/users/me")
                        .json()
                        .path("phone")
                        .asText())
                .isEqualTo("+61412345678");

        var found = admin.get("/api/users?group=bd&active=true&search="
                        + email.substring(4, 20).toUpperCase(Locale.ROOT))
                .json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
        assertThat(admin.get("/api/users?group=client&search=" + email)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var answer = admin.post("/api/users", """
                {"email": "nobody", "groups": ["admin", "camunda-admin"], "password": "short",
                 "first_name": "%s", "id": "me", "active": "perhaps"}""".formatted("x".repeat(101)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/email", "/groups/1", "/password", "/first_name", "/id", "/active");
        assertThat(admin.post("/api/users", "{}").pointers()).containsExactly("/email");
        assertThat(admin.post("/api/users", "[]").status()).isEqualTo(400);
        assertThat(admin.post("/api/users", "{\"email\": \"" + broker.email().toUpperCase(Locale.ROOT) + "\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void showsUsersToStaffAndOnlyThemselvesToOthers() {
        var absent = admin.get("/api/users/uabsent");
        assertThat(absent.status()).isEqualTo(404);
        for (var group : OTHERS) {
            var person = People.someone(accounts, group);
            var caller = LogIn.api(port, person.email());
            boolean staff = List.of("credit", "accounts", "bd").contains(group);
            var foreign = caller.get("/api/users/" + broker.id());
            assertThat(foreign.status()).as(group).isEqualTo(staff ? 200 : 404);
            assertThat(caller.get("/api/users/" + person.id()).status())
                    .as(group)
                    .isEqualTo(200);
            var list = caller.get("/api/users").json();
            if (!staff) {
                assertThat(foreign.text().replace(broker.id(), "uabsent")).isEqualTo(absent.text());
                assertThat(list.path("total").asInt()).as(group).isEqualTo(1);
                assertThat(list.at("/items/0/id").asText()).isEqualTo(person.id());
                assertThat(caller.get("/api/users?search=" + broker.email())
                                .json()
                                .path("total")
                                .asInt())
                        .isZero();
            } else {
                assertThat(list.path("total").asInt()).isGreaterThan(1);
            }
        }
    }

    @Test
    void isWrittenByAdminsOnly() {
        for (var group : OTHERS) {
            var person = People.someone(accounts, group);
            var caller = LogIn.api(port, person.email());
            int foreign = List.of("credit", "accounts", "bd").contains(group) ? 403 : 404;
            var mine = "/api/users/" + person.id();
            var others = "/api/users/" + broker.id();
            assertThat(caller.post("/api/users", "{\"email\":\"x@y.z\"}").status())
                    .isEqualTo(403);
            assertThat(patch(caller, others, "{\"groups\":[\"admin\"]}").status())
                    .as(group)
                    .isEqualTo(foreign);
            assertThat(caller.delete(others).status()).as(group).isEqualTo(foreign);
            assertThat(patch(caller, mine, "{\"groups\":[\"admin\"]}").status()).isEqualTo(403);
            assertThat(caller.delete(mine).status()).isEqualTo(403);
            assertThat(accounts.groupsOf(person.id())).containsExactly(group);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"groups\":[\"admin\"]",
                "\"group\":\"admin\"",
                "\"email\":\"other@loanflow.example\"",
                "\"active\":true",
                "\"id\":\"other\"",
                "\"user_id\":\"other\"",
                "\"version\":7",
                "\"password\":\"a-Password-2\""
            })
    void letsNobodyMoreThanTheirNamesAndPhone(String forged) {
        var me = LogIn.api(port, broker.email());

        var refused = patch(me, "/api/users/me", "{\"first_name\":\"Bo\"," + forged + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/" + forged.split("\"")[1]);
        assertThat(me.get("/api/users/me").json().path("first_name").asText()).isEqualTo("Some");

        var registration = "{\"email\":\"" + UUID.randomUUID() + "@x.example\",\"password\":\"a-Password-1\","
                + "\"first_name\":\"A\",\"last_name\":\"B\"," + forged + "}";
        if (!forged.startsWith("\"email") && !forged.startsWith("\"password")) {
            assertThat(new Http(port).post("/api/auth/register", registration).pointers())
                    .containsExactly("/" + forged.split("\"")[1]);
        }
    }

    @Test
    void changesOnesOwnNamesAndPhone() {
        var me = LogIn.api(port, broker.email());

        var changed =
                patch(me, "/api/users/me", "{\"first_name\":\"Bo\",\"last_name\":null,\"phone\":\"(02) 9374 4000\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("first_name").asText()).isEqualTo("Bo");
        assertThat(changed.json().path("last_name").asText()).isEmpty();
        assertThat(me.get("/api/users/me").json().path("phone").asText()).isEqualTo("+61293744000");
        assertThat(jdbc.sql("select first_ from act_id_user where id_ = :id")
                        .param("id", broker.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Bo");
    }

    @Test
    void changesWhatAnAdminSaysAndNothingElse() {
        var path = "/api/users/" + broker.id();
        var other = "Other." + UUID.randomUUID() + "@loanflow.example";
        var before = admin.get(path);

        var changed = patch(admin, path, "{\"email\":\"" + other + "\",\"groups\":[\"bd\",\"bd\"]}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("first_name")).isEqualTo(before.json().path("first_name"));
        assertThat(accounts.groupsOf(broker.id())).containsExactly("bd");
        assertThat(LogIn.api(port, other).get("/api/users/me").status()).isEqualTo(200);
        assertThat(LogIn.api(port, broker.email()).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(patch(admin, path, "{\"email\":\"" + boss.email() + "\"}").status())
                .isEqualTo(409);
        assertThat(patch(admin, path, "{\"email\":null}").pointers()).containsExactly("/email");
        assertThat(patch(admin.with("If-Match", before.header("etag")), path, "{\"first_name\":\"Late\"}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void endsSessionsWhenAUserIsDeactivatedOrGetsAnotherPassword() {
        var path = "/api/users/" + broker.id();
        var me = LogIn.api(port, broker.email());

        assertThat(patch(admin, path, "{\"password\":\"another-One-1\"}").status())
                .isEqualTo(200);
        assertThat(me.get("/api/users/me").status()).isEqualTo(401);
        assertThat(LogIn.api(port, broker.email()).get("/api/users/me").status())
                .isEqualTo(401);

        assertThat(patch(admin, path, "{\"password\":\"" + People.PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
        var again = LogIn.api(port, broker.email());
        assertThat(patch(admin, path, "{\"active\":false}")
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(again.get("/api/users/me").status()).isEqualTo(401);
        assertThat(patch(admin, path, "{\"active\":true}").status()).isEqualTo(200);
        assertThat(LogIn.api(port, broker.email()).get("/api/users/me").status())
                .isEqualTo(200);
    }

    @Test
    void asksAnAdminForThePresentPasswordToo() {
        assertThat(patch(admin, "/api/users/" + boss.id(), "{\"password\":\"another-One-1\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void deletesWhomNothingNeeds() {
        var me = LogIn.api(port, broker.email());

        assertThat(admin.delete("/api/users/" + broker.id()).status()).isEqualTo(204);

        assertThat(admin.get("/api/users/" + broker.id()).status()).isEqualTo(404);
        assertThat(me.get("/api/users/me").status()).isEqualTo(401);
        assertThat(LogIn.api(port, broker.email()).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(admin.delete("/api/users/" + broker.id()).status()).isEqualTo(404);
    }

    @Test
    void refusesToDeleteWhoIsLinkedOrHasActed() {
        var team = new Team(context);
        var answer = admin.delete("/api/users/" + team.member("broker").userId());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("a broker", "Deactivate");

        LogIn.api(port, team.email("broker")).post("/api/applications", "{}");
        assertThat(admin.delete("/api/users/" + team.member("broker").userId())
                        .json()
                        .path("detail")
                        .asText())
                .contains("a broker", "applications", "history");

        patch(admin, "/api/users/" + broker.id(), "{\"groups\":[\"bd\"]}");
        assertThat(admin.delete("/api/users/" + boss.id()).json().path("detail").asText())
                .contains("audit trail");
    }

    @Test
    void neverLosesTheLastAdmin() {
        var viewer = new Viewer(boss.id(), Set.of("admin"));
        for (var patch : List.of("{\"groups\":[\"credit\"]}", "{\"active\":false}")) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql("update account set active = false where id <> :id")
                        .param("id", boss.id())
                        .update();
                assertThatThrownBy(() -> users.change(viewer, boss.id(), tree(patch), version -> true))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("last active admin");
            });
        }
        assertThat(patch(admin, "/api/users/" + boss.id(), "{\"groups\":[\"credit\"]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void recordsWhoChangedWhat() {
        var path = "/api/users/" + broker.id();
        patch(admin, path, "{\"groups\":[\"bd\"],\"last_name\":\"Else\",\"password\":\"another-One-1\"}");

        var entries = admin.get("/api/audit?subject_id=" + broker.id() + "&actor=" + boss.id());

        assertThat(entries.json().findValuesAsText("action"))
                .containsExactlyInAnyOrder("groups_changed", "user_changed", "password_changed");
        assertThat(entries.text())
                .contains("\"from\":\"broker\"", "\"to\":\"bd\"")
                .doesNotContain("another-One-1");
    }

    private static Http.Answer patch(Http caller, String path, String body) {
        return caller.send("PATCH", path, body, "application/json");
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
