package io.loanflow.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.notification.Event;
import io.loanflow.notification.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of the event log with the notification that hangs on it. */
record EventRow(ObjectMapper json) implements RowMapper<EventRow.Read> {

    private static final TypeReference<Map<String, String>> PAYLOAD = new TypeReference<>() {};

    /** @param settled no older transaction can still add a row before it */
    record Read(Event event, boolean settled) {}

    @Override
    public Read mapRow(ResultSet rs, int number) throws SQLException {
        var event = new Event(
                new Position(rs.getLong("xid"), rs.getLong("id")),
                rs.getString("type"),
                rs.getTimestamp("at").toInstant(),
                rs.getString("reference"),
                rs.getString("user_id"),
                rs.getObject("notification_id") == null ? null : NotificationRow.of(rs, "notification_id"),
                payload(rs.getString("payload")));
        return new Read(event, rs.getBoolean("settled"));
    }

    private Map<String, String> payload(String text) throws SQLException {
        try {
            return json.readValue(text, PAYLOAD);
        } catch (JsonProcessingException e) {
            throw new SQLException("A payload in event_log is not a flat JSON object", e);
        }
    }
}
