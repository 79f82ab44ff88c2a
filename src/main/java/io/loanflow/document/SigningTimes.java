package io.loanflow.document;

import io.loanflow.workflow.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When signers are reminded and how long they have, by the table {@code setSigningTimes}. */
@Component
class SigningTimes {

    private static final String TABLE = "setSigningTimes";

    private final Decisions decisions;

    SigningTimes(Decisions decisions) {
        this.decisions = decisions;
    }

    Plan of(String documentType) {
        var row = decisions.decide(TABLE, Map.of("documentType", documentType)).get(0);
        return new Plan(days(row, "reminderAfterDays"), days(row, "reminderEveryDays"), days(row, "expiresAfterDays"));
    }

    private static int days(Map<String, Object> row, String column) {
        return Integer.parseInt(String.valueOf(row.get(column)));
    }

    /** All in days. */
    record Plan(int firstReminder, int everyReminder, int expiry) {

        Instant expiresAt(Instant now) {
            return now.plus(Duration.ofDays(expiry));
        }

        /** A repeating interval as the engine's timers read it (ISO 8601). */
        String reminders(Instant now) {
            var first = now.plus(Duration.ofDays(firstReminder)).truncatedTo(ChronoUnit.SECONDS);
            return "R/" + first + "/P" + everyReminder + "D";
        }
    }
}
