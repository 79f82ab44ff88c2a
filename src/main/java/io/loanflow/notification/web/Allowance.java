package io.loanflow.notification.web;

import java.time.Duration;
import java.time.Instant;

/** How many messages a client may still send in the running minute. */
final class Allowance {

    enum Answer {
        GRANTED,
        REFUSED,
        /** Refused so often that the client does not listen. */
        HOPELESS
    }

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private Instant windowEnds = Instant.MIN;
    private int taken;

    Allowance(int perMinute) {
        this.perMinute = perMinute;
    }

    synchronized Answer take(Instant now) {
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(WINDOW);
            taken = 0;
        }
        taken++;
        if (taken <= perMinute) {
            return Answer.GRANTED;
        }
        return taken <= 2 * perMinute ? Answer.REFUSED : Answer.HOPELESS;
    }
}
