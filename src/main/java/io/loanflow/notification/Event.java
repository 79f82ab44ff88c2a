package io.loanflow.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event log.
 *
 * @param type one of the constants here; readers pass over what they do not know
 * @param reference the application it is about, for {@link #APPLICATION_STATUS}
 * @param userId whom it concerns, for all others
 * @param notification what was told, for {@link #NOTIFICATION}
 * @param payload what else there is to say, by name
 */
public record Event(
        Position position,
        String type,
        Instant at,
        @Nullable String reference,
        @Nullable String userId,
        @Nullable Notification notification,
        Map<String, String> payload) {

    /** An application entered a stage; payload {@code from} (absent when it is new) and {@code to}. */
    public static final String APPLICATION_STATUS = "application_status";

    public static final String NOTIFICATION = "notification";

    /** Somebody read something, so their count is another. */
    public static final String INBOX_READ = "inbox_read";

    /** A log-in ended; payload {@code session}. */
    public static final String SESSION_ENDED = "session_ended";

    public static final String GROUPS_CHANGED = "groups_changed";

    public boolean is(String anotherType) {
        return type.equals(anotherType);
    }

    public boolean concerns(String user) {
        return user.equals(userId);
    }
}
