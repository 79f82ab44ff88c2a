package io.loanflow.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.notification.Cursor;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Following;
import io.loanflow.notification.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventRows implements EventLog {

    private static final String ROWS = """
            select e.xid::text as xid, e.id, e.type, e.at, e.reference, e.user_id, e.payload::text as payload,
                   e.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled,
                   n.id as notification_id, n.title, n.message, n.type as notification_type,
                   n.related_object_type, n.related_object_id, n.is_read, n.created_at
              from event_log e left join notification n on n.id = e.notification_id
            """;

    private final JdbcClient jdbc;
    private final Notifier notifier;
    private final ObjectMapper json;
    private final EventRow row;

    EventRows(JdbcClient jdbc, Notifier notifier, ObjectMapper json) {
        this.jdbc = jdbc;
        this.notifier = notifier;
        this.json = json;
        this.row = new EventRow(json);
    }

    @Override
    public void append(String type, @Nullable String reference, @Nullable String userId, Map<String, String> payload) {
        jdbc.sql("insert into event_log (type, reference, user_id, payload) values (?, ?, ?, ?::jsonb)")
                .params(type, reference, userId, text(payload))
                .update();
        notifier.ringAfterCommit();
    }

    @Override
    public Position head() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((rs, n) -> new Position(rs.getLong(1), 0))
                .single();
    }

    @Override
    public Batch after(Position position, int limit) {
        var rows = jdbc.sql(ROWS + """
                          where (e.xid, e.id) > (:xid::text::xid8, :id)
                          order by e.xid, e.id limit :limit
                        """)
                .param("xid", String.valueOf(position.transaction()))
                .param("id", position.row())
                .param("limit", limit)
                .query(row)
                .list();
        var settled = rows.stream()
                .filter(EventRow.Read::settled)
                .map(EventRow.Read::event)
                .toList();
        return new Batch(settled, settled.size() < rows.size(), settled.size() == limit);
    }

    @Override
    public Missed missed(String userId, Cursor cursor, Following following, int limit) {
        var head = head();
        var from = following.isNothing() ? cursor.inbox() : cursor.earliest();
        var events = jdbc.sql(ROWS + """
                          where e.xid < :head::text::xid8
                            and (e.xid, e.id) > (:xid::text::xid8, :id)
                            and (   e.type = 'notification' and e.user_id = :user
                                    and (e.xid, e.id) > (:inboxXid::text::xid8, :inboxId)
                                 or e.type = 'application_status' and (:all or e.reference = any(:references))
                                    and (e.xid, e.id) > (:stagesXid::text::xid8, :stagesId))
                          order by e.xid, e.id limit :limit
                        """)
                .param("head", String.valueOf(head.transaction()))
                .param("xid", String.valueOf(from.transaction()))
                .param("id", from.row())
                .param("user", userId)
                .param("inboxXid", String.valueOf(cursor.inbox().transaction()))
                .param("inboxId", cursor.inbox().row())
                .param("stagesXid", String.valueOf(cursor.stages().transaction()))
                .param("stagesId", cursor.stages().row())
                .param("all", following.all())
                .param("references", following.references().toArray(String[]::new))
                .param("limit", limit)
                .query((rs, n) -> row.mapRow(rs, n).event())
                .list();
        boolean full = events.size() == limit;
        return new Missed(events, full ? events.get(limit - 1).position() : head, full);
    }

    @Override
    public boolean endedSince(Position position, String userId, @Nullable String sessionId) {
        return jdbc.sql("""
                        select exists (
                            select 1 from event_log
                             where (xid, id) > (:xid::text::xid8, :id) and user_id = :user
                               and (type = 'groups_changed'
                                    or type = 'session_ended' and payload ->> 'session' = :session))
                        """)
                .param("xid", String.valueOf(position.transaction()))
                .param("id", position.row())
                .param("user", userId)
                .param("session", sessionId)
                .query(Boolean.class)
                .single();
    }

    private String text(Map<String, String> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + payload.keySet(), e);
        }
    }
}
