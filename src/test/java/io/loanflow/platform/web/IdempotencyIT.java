package io.loanflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request with an {@code Idempotency-Key} happens once, however often it is sent. */
@LoanflowIT
@Tag("service")
class IdempotencyIT {

    private static final String APPLICATIONS = "/api/applications";

    @LocalServerPort
    int port;

    private final String purpose = "Purpose " + UUID.randomUUID();
    private final String application = "{\"purpose\": \"" + purpose + "\"}";

    private Http client;

    @BeforeEach
    void logIn() {
        var access = new Http(port)
                .post(
                        "/api/auth/login",
                        "{\"email\": \"" + FirstLogin.EMAIL + "\", \"password\": \"" + FirstLogin.PASSWORD + "\"}")
                .json()
                .path("access")
                .asText();
        client = new Http(port)
                .bearer(access)
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void givesTheSameAnswerAgainAndDoesNothingTwice() {
        var first = client.post(APPLICATIONS, application);
        var again = client.post(APPLICATIONS, application);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        client.post(APPLICATIONS, application);

        var other = client.post(APPLICATIONS, "{\"purpose\": \"another one\"}");

        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void forgetsWhatWasRefusedSoThatItCanBeRepeated() {
        var refused = client.post(APPLICATIONS, "{\"loan_amount\": -1}");
        var mended = client.post(APPLICATIONS, application);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(mended.status()).isEqualTo(201);
    }

    private int total() {
        return client.get(APPLICATIONS + "?search=" + purpose.replace(" ", "%20"))
                .json()
                .path("total")
                .asInt();
    }
}
