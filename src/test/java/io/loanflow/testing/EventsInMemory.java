package io.loanflow.testing;

import io.loanflow.notification.Cursor;
import io.loanflow.notification.Event;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Following;
import io.loanflow.notification.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event log for tests without a database: each row is a transaction of its own. */
public final class EventsInMemory implements EventLog {

    private final List<Event> rows = new ArrayList<>();
    private boolean held;

    /** From now on an older transaction runs, so nothing new is shown. */
    public void hold() {
        held = true;
    }

    @Override
    public void append(String type, @Nullable String reference, @Nullable String userId, Map<String, String> payload) {
        var position = new Position(rows.size() + 1L, 1);
        rows.add(new Event(position, type, Instant.EPOCH, reference, userId, null, payload));
    }

    @Override
    public Position head() {
        return new Position(rows.size() + 1L, 0);
    }

    @Override
    public Batch after(Position position, int limit) {
        var later = rows.stream()
                .filter(row -> row.position().isAfter(position))
                .limit(limit)
                .toList();
        return held ? new Batch(List.of(), !later.isEmpty(), false) : new Batch(later, false, later.size() == limit);
    }

    @Override
    public Missed missed(String userId, Cursor cursor, Following following, int limit) {
        var batch = after(cursor.earliest(), limit);
        return new Missed(batch.events(), head(), batch.full());
    }

    @Override
    public boolean endedSince(Position position, String userId, @Nullable String sessionId) {
        return false;
    }
}
