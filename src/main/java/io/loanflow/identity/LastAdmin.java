package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes care that somebody can always administer users. */
@Component
class LastAdmin {

    private final Accounts accounts;
    private final JdbcClient jdbc;

    LastAdmin(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** One change at a time until the transaction ends: two admins could otherwise remove each other. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('last admin')) is null")
                .query(Boolean.class)
                .single();
    }

    /** @throws Problem 409 when no active admin is left */
    void check() {
        if (accounts.membersOf(GroupNames.ADMIN).isEmpty()) {
            throw Problem.conflict("This is the last active admin. Make somebody else admin first.", Map.of());
        }
    }
}
