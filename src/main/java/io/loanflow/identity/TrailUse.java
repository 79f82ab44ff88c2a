package io.loanflow.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account did to others; what it did to itself counts for nothing. */
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
                             where actor = :user and subject_id is distinct from :user)""").param("user", userId).query(String.class).optional();
    }
}
