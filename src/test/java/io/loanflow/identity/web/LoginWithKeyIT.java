package io.loanflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.identity.Accounts;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.Members;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An {@code Idempotency-Key} changes nothing about a log-in, whoever's token goes with it. */
@LoanflowIT
@Tag("service")
class LoginWithKeyIT {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Person person;
    String other = "";

    @BeforeEach
    void makePeople() {
        person = People.someone(accounts, "broker");
        other = new Members(context).in("client").access();
    }

    @Test
    void wrongPasswordsStillLockTheAccount() {
        for (int i = 0; i < 6; i++) {
            assertThat(logIn("not it at all").status()).isEqualTo(401);
        }

        assertThat(logIn(People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenThatComesBackStillEndsItsSession() {
        var login = logIn(People.PASSWORD).json();
        var refresh = "{\"refresh\":\"" + login.path("refresh").asText() + "\"}";
        var refreshed = withKey().post("/api/auth/refresh", refresh).json();

        assertThat(withKey().post("/api/auth/refresh", refresh).status()).isEqualTo(401);

        var again = "{\"refresh\":\"" + refreshed.path("refresh").asText() + "\"}";
        assertThat(new Http(port).post("/api/auth/refresh", again).status()).isEqualTo(401);
        assertThat(new Http(port)
                        .bearer(refreshed.path("access").asText())
                        .get("/api/users/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void noTokenAndNoTicketIsKept() {
        var key = UUID.randomUUID().toString();
        var body = "{\"email\":\"" + person.email() + "\",\"password\":\"" + People.PASSWORD + "\"}";
        var client = new Http(port).bearer(other).with("Idempotency-Key", key);
        assertThat(client.post("/api/auth/login", body).status()).isEqualTo(200);
        var member = LogIn.api(port, person.email()).with("Idempotency-Key", key);

        var tickets = new String[] {ticket(member), ticket(member)};

        assertThat(tickets[0]).isNotBlank().isNotEqualTo(tickets[1]);
        assertThat(jdbc.sql("select count(*) from idempotent_call where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String ticket(Http member) {
        return member.post("/api/socket-tickets", "").json().path("ticket").asText();
    }

    private Http.Answer logIn(String password) {
        return withKey()
                .post("/api/auth/login", "{\"email\":\"" + person.email() + "\",\"password\":\"" + password + "\"}");
    }

    private Http withKey() {
        return new Http(port)
                .bearer(other)
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
