package io.loanflow.notification.store;

import io.loanflow.notification.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a notification from a row whose {@code type} is named {@code notification_type}. */
final class NotificationRow {

    private NotificationRow() {}

    static Notification of(ResultSet rs, String idColumn) throws SQLException {
        return new Notification(
                rs.getLong(idColumn),
                rs.getString("title"),
                rs.getString("message"),
                rs.getString("notification_type"),
                rs.getString("related_object_type"),
                rs.getString("related_object_id"),
                rs.getBoolean("is_read"),
                rs.getTimestamp("created_at").toInstant());
    }
}
