package io.loanflow.people;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.AuditTrail;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log-ins of brokers and BDMs: one log-in is at most one of them. */
@Component
class LogIns {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    LogIns(Accounts accounts, JdbcClient jdbc, AuditTrail audit) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param group that the account has to be in; what it may do comes from there */
    List<Violation> check(@Nullable String userId, String group) {
        if (userId == null) {
            return List.of();
        }
        if (accounts.find(userId).isEmpty()) {
            return List.of(new Violation("/user_id", "unknown", "There is no user '" + userId + "'."));
        }
        return accounts.groupsOf(userId).contains(group)
                ? List.of()
                : List.of(new Violation(
                        "/user_id", "wrong_group", "The user is not in the group '" + group + "'; add them first."));
    }

    /** @throws Problem 409 when the log-in is somebody's already; nobody else takes it until the transaction ends */
    void requireFree(String userId) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "log-in:" + userId)
                .query(Integer.class)
                .single();
        boolean taken = jdbc.sql("select exists (select 1 from broker where user_id = :user)"
                        + " or exists (select 1 from bdm where user_id = :user)")
                .param("user", userId)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Problem.conflict("This user is linked to a broker or BDM already.", Map.of());
        }
    }

    /** @param userId null when the link was taken away */
    void record(String subject, long id, @Nullable String userId) {
        audit.record("log_in_linked", subject, String.valueOf(id), Map.of("user_id", userId == null ? "" : userId));
    }
}
