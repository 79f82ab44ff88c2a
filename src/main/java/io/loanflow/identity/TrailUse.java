package io.loanflow.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account did to others; what it did to itself or was not let do counts for nothing. */
@Component
class TrailUse implements AccountUse {

    private final JdbcClient jdbc;

    TrailUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("""
                        select 'the audit trail' where exists (
                            select 1 from audit_entry
                             where actor = :user and subject_id is distinct from :user
                               and action <> :refused)""")
                .param("user", userId)
                .param("refused", AuditTrail.CALL_REFUSED)
                .query(String.class)
                .optional();
    }
}
