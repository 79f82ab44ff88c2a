package io.loanflow.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what to accounts and secrets, and what people were refused; nothing that is written is ever changed. */
@Component
public class AuditTrail {

    /** What somebody was refused who may know of it: nothing was done. */
    public static final String CALL_REFUSED = "call_refused";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final CallerAddress address;

    AuditTrail(JdbcClient jdbc, CurrentUser currentUser, CallerAddress address) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.address = address;
    }

    /**
     * Records what the caller does, in the transaction that does it.
     *
     * @param action stable name, lower_snake
     * @param details never a secret, not even masked
     */
    @Transactional
    public void record(String action, String subjectType, String subjectId, Map<String, String> details) {
        write(currentUser.find().map(Viewer::userId).orElse(null), action, subjectType, subjectId, details);
    }

    /** Like {@link #record}, in a transaction of its own, which stays when that of the caller is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(
            String action, String subjectType, @Nullable String subjectId, Map<String, String> details) {
        write(currentUser.find().map(Viewer::userId).orElse(null), action, subjectType, subjectId, details);
    }

    /** Records what somebody does to their own account while they are logged in nowhere yet, or no longer. */
    @Transactional
    void recordOwn(String action, String userId, Map<String, String> details) {
        write(userId, action, Account.SUBJECT, userId, details);
    }

    /** Records what was asked for in somebody's name, of which nobody knows by whom. */
    void recordFrom(@Nullable String callerAddress, String action, String userId) {
        write(null, action, Account.SUBJECT, userId, callerAddress, Map.of());
    }

    private void write(
            @Nullable String actor,
            String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            Map<String, String> details) {
        write(actor, action, subjectType, subjectId, address.find().orElse(null), details);
    }

    private void write(
            @Nullable String actor,
            String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String callerAddress,
            Map<String, String> details) {
        jdbc.sql("insert into audit_entry (actor, action, subject_type, subject_id, address, details)"
                        + " values (:actor, :action, :subjectType, :subjectId, :address, :details::jsonb)")
                .param("actor", actor)
                .param("action", action)
                .param("subjectType", subjectType)
                .param("subjectId", subjectId)
                .param("address", callerAddress)
                .param("details", json(details))
                .update();
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, detail -> storable(detail.getValue()))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL keeps neither NUL nor half of a character. */
    private static String storable(String text) {
        return text.replaceAll("[\\x00\\p{Cs}]", "?");
    }
}
