package io.loanflow.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit trail. */
@Component
public class AuditEntries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final String MATCHING = """
              from audit_entry
             where (:action::text is null or action = :action)
               and (:actor::text is null or actor = :actor)
               and (:subjectType::text is null or subject_type = :subjectType)
               and (:subjectId::text is null or subject_id = :subjectId)
               and (:from::timestamptz is null or at >= :from)
               and (:before::timestamptz is null or at < :before)
            """;

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<AuditEntry> list(AuditFilter filter, PageRequest page) {
        var params = params(filter);
        long total = jdbc.sql("select count(*)" + MATCHING)
                .params(params)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select *" + MATCHING + " order by " + page.orderBy() + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> entry(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("address"),
                details(row.getString("details")));
    }

    private static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, @Nullable Object> params(AuditFilter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("action", filter.action());
        params.put("actor", filter.actor());
        params.put("subjectType", filter.subjectType());
        params.put("subjectId", filter.subjectId());
        params.put("from", timestamp(filter.from()));
        params.put("before", timestamp(filter.before()));
        return params;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
