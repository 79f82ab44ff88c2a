package io.loanflow.notification.web;

import static io.loanflow.notification.web.Allowance.Answer.GRANTED;
import static io.loanflow.notification.web.Allowance.Answer.HOPELESS;
import static io.loanflow.notification.web.Allowance.Answer.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class AllowanceTest {

    private final Allowance allowance = new Allowance(2);
    private final Instant start = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void grantsSoManyAMinuteThenRefusesThenGivesUp() {
        assertThat(allowance.take(start)).isEqualTo(GRANTED);
        assertThat(allowance.take(start)).isEqualTo(GRANTED);
        assertThat(allowance.take(start)).isEqualTo(REFUSED);
        assertThat(allowance.take(start)).isEqualTo(REFUSED);
        assertThat(allowance.take(start)).isEqualTo(HOPELESS);
    }

    @Test
    void beginsAnewWithTheNextMinute() {
        for (int n = 0; n < 4; n++) {
            allowance.take(start);
        }

        assertThat(allowance.take(start.plus(Duration.ofSeconds(59)))).isEqualTo(HOPELESS);
        assertThat(allowance.take(start.plus(Duration.ofSeconds(60)))).isEqualTo(GRANTED);
    }
}
