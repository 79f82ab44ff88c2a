package io.loanflow.notification.store;

import io.loanflow.notification.Event;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Inbox;
import io.loanflow.notification.InboxFilter;
import io.loanflow.notification.Notice;
import io.loanflow.notification.Notification;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class InboxRows implements Inbox {

    private static final String COLUMNS =
            "id, title, message, type as notification_type, related_object_type, related_object_id, is_read, created_at";
    private static final String MATCHING = """
              from notification
             where user_id = :user
               and (:type::text is null or type = :type)
               and (:read::boolean is null or is_read = :read)
               and (:from::timestamptz is null or created_at >= :from)
               and (:before::timestamptz is null or created_at < :before)
               and (:search::text is null
                    or strpos(lower(concat_ws(' ', title, message, related_object_id)), lower(:search)) > 0)
            """;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Notifier notifier;

    InboxRows(JdbcClient jdbc, EventLog log, Notifier notifier) {
        this.jdbc = jdbc;
        this.log = log;
        this.notifier = notifier;
    }

    @Override
    public void tell(Set<String> userIds, Notice notice) {
        if (userIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with told as (
                            insert into notification
                                   (user_id, type, title, message, related_object_type, related_object_id)
                            select person, :type, :title, :message, :objectType, :objectId from unnest(:people) as person
                            returning id, user_id)
                        insert into event_log (type, user_id, notification_id)
                        select 'notification', user_id, id from told
                        """)
                .param("people", userIds.toArray(String[]::new))
                .param("type", notice.type())
                .param("title", notice.title())
                .param("message", notice.message())
                .param("objectType", notice.relatedObjectType())
                .param("objectId", notice.relatedObjectId())
                .update();
        notifier.ringAfterCommit();
    }

    @Override
    public Page<Notification> list(String userId, InboxFilter filter, PageRequest page) {
        var params = params(userId, filter);
        long total = jdbc.sql("select count(*)" + MATCHING)
                .params(params)
                .query(Long.class)
                .single();
        var items = jdbc.sql(
                        "select " + COLUMNS + MATCHING + " order by " + page.orderBy() + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((rs, n) -> NotificationRow.of(rs, "id"))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    @Override
    public long unread(String userId) {
        return jdbc.sql("select count(*) from notification where user_id = ? and not is_read")
                .param(userId)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public Optional<Notification> markRead(String userId, long id) {
        int changed = jdbc.sql("""
                        update notification set is_read = true, read_at = now()
                         where id = ? and user_id = ? and not is_read
                        """).params(id, userId).update();
        tellOfReading(userId, changed);
        return jdbc.sql("select " + COLUMNS + " from notification where id = ? and user_id = ?")
                .params(id, userId)
                .query((rs, n) -> NotificationRow.of(rs, "id"))
                .optional();
    }

    @Override
    @Transactional
    public void markAllRead(String userId) {
        int changed = jdbc.sql(
                        "update notification set is_read = true, read_at = now() where user_id = ? and not is_read")
                .param(userId)
                .update();
        tellOfReading(userId, changed);
    }

    private void tellOfReading(String userId, int changed) {
        if (changed > 0) {
            log.append(Event.INBOX_READ, null, userId, Map.of());
        }
    }

    private static Map<String, @Nullable Object> params(String userId, InboxFilter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("user", userId);
        params.put("type", filter.type());
        params.put("read", filter.isRead());
        params.put("from", timestamp(filter.from()));
        params.put("before", timestamp(filter.before()));
        params.put("search", filter.search());
        return params;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
