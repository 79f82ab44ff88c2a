package io.loanflow.notification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one ordered log of what sockets are told. What is appended belongs to the running transaction; after its commit all
 * nodes are woken. Reading shows only what no older transaction can still precede.
 */
public interface EventLog {

    void append(String type, @Nullable String reference, @Nullable String userId, Map<String, String> payload);

    /** Where reading starts to miss nothing that is not shown yet. */
    Position head();

    /** Rows after a position, in order, at most {@code limit}. */
    Batch after(Position position, int limit);

    /** What a client has missed after its cursor: its notifications, and the stages of the applications it follows. */
    Missed missed(String userId, Cursor cursor, Following following, int limit);

    /** True when the log-in ended, or its rights changed, after the position. */
    boolean endedSince(Position position, String userId, @Nullable String sessionId);

    /**
     * @param held true when rows wait for an older transaction: read again soon
     * @param full true when there may be more at once
     */
    record Batch(List<Event> events, boolean held, boolean full) {}

    /**
     * @param reached everything up to here has been looked at
     * @param full true when there may be more at once
     */
    record Missed(List<Event> events, Position reached, boolean full) {}
}
