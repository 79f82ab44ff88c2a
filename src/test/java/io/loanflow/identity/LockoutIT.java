package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LoanflowIT
@Tag("service")
class LockoutIT {

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

    enum Door {
        API {
            @Override
            Http.Answer logIn(int port, String email, String password) {
                return new Http(port)
                        .post("/api/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
            }
        },
        WEB_APPS {
            @Override
            Http.Answer logIn(int port, String email, String password) {
                var browser = new Http(port);
                return browser.with(
                                "X-XSRF-TOKEN",
                                browser.get("/camunda/app/tasklist/default/").header("X-XSRF-TOKEN"))
                        .send(
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username=" + encoded(email) + "&password=" + encoded(password),
                                "application/x-www-form-urlencoded");
            }
        },
        ENGINE_REST {
            @Override
            Http.Answer logIn(int port, String email, String password) {
                return new Http(port).basic(email, password).get("/engine-rest/task");
            }
        };

        abstract Http.Answer logIn(int port, String email, String password);

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void locksAtEveryDoorWhateverWrongPasswordsCameThroughOneAndSaysNothingOfIt(Door tried) {
        var wrong = tried.logIn(port, person.email(), "not it at all");
        for (int i = 1; i < 5; i++) {
            tried.logIn(port, person.email(), "not it at all");
        }

        for (var door : Door.values()) {
            assertThat(door.logIn(port, person.email(), People.PASSWORD).status())
                    .as(door.name())
                    .isEqualTo(401);
        }
        var locked = tried.logIn(port, person.email(), People.PASSWORD);
        assertThat(locked.text()).isEqualTo(wrong.text());
        assertThat(locked.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void forgivesFourMistakesAndBeginsAnewAfterARightPassword() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(Door.API.logIn(port, person.email(), "not it at all").status())
                        .isEqualTo(401);
            }
            assertThat(Door.API.logIn(port, person.email(), People.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void growsWithEachRoundAndOpensWhenTheDelayIsOver() {
        for (int i = 0; i < 5; i++) {
            Door.API.logIn(port, person.email(), "not it at all");
        }
        assertThat(delay()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));

        letTheDelayPass();
        Door.API.logIn(port, person.email(), "not it at all");
        assertThat(delay()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));

        letTheDelayPass();
        assertThat(Door.API.logIn(port, person.email(), People.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void doesNotLockLongerForWhatIsTriedWhileLocked() {
        for (int i = 0; i < 9; i++) {
            Door.API.logIn(port, person.email(), "not it at all");
        }

        assertThat(delay()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsWrongPasswordsThatComeAtOnce() throws Exception {
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 12; i++) {
            attempts.add(
                    () -> Door.API.logIn(port, person.email(), "not it at all").status());
        }
        var pool = Executors.newFixedThreadPool(6);
        try {
            for (var attempt : pool.invokeAll(attempts)) {
                assertThat(attempt.get()).isEqualTo(401);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(jdbc.sql("select attempts_ from act_id_user where id_ = :id")
                        .param("id", person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void countsAWrongPasswordThoughTheRestOfTheCallIsUndone() {
        var access =
                Door.API.logIn(port, person.email(), People.PASSWORD).json().path("access");
        for (int i = 0; i < 5; i++) {
            var answer = new Http(port)
                    .bearer(access.asText())
                    .with("Idempotency-Key", "try-" + i + person.id())
                    .post("/api/auth/password", "{\"current_password\":\"x\",\"new_password\":\"password1\"}");
            assertThat(answer.pointers()).containsExactlyInAnyOrder("/current_password", "/new_password");
        }

        assertThat(Door.API.logIn(port, person.email(), People.PASSWORD).status())
                .isEqualTo(401);
    }

    private Duration delay() {
        var until = jdbc.sql("select lock_exp_time_ from act_id_user where id_ = :id")
                .param("id", person.id())
                .query(java.sql.Timestamp.class)
                .single();
        return Duration.between(Instant.now(), until.toInstant());
    }

    private void letTheDelayPass() {
        jdbc.sql("update act_id_user set lock_exp_time_ = now()::timestamp - interval '2 days' where id_ = :id")
                .param("id", person.id())
                .update();
    }
}
