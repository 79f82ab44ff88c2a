package io.loanflow.identity;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives accounts another password; whoever was logged in with the old one no longer is. */
@Component
public class PasswordChanges {

    static final String CHANGED = "password_changed";

    private final Accounts accounts;
    private final Credentials credentials;
    private final EngineUsers engineUsers;
    private final LoginSessions sessions;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    PasswordChanges(
            Accounts accounts,
            Credentials credentials,
            EngineUsers engineUsers,
            LoginSessions sessions,
            AuditTrail trail,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.engineUsers = engineUsers;
        this.sessions = sessions;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Changes somebody's own password. A wrong present one counts as a refused log-in.
     *
     * @param sessionId the one session that goes on
     * @throws Problem 400 when the present password is wrong, the new one not good enough or the same, or both
     */
    public void change(String userId, String sessionId, String present, String wanted) {
        var account = accounts.find(userId).orElseThrow(() -> Problem.notFound("user"));
        var violations = new ArrayList<Violation>();
        if (credentials.check(account.email(), present).isEmpty()) {
            trail.recordRefusal("password_change_refused", Account.SUBJECT, userId, Map.of());
            violations.add(new Violation("/current_password", "wrong_password", "This is not your present password."));
        } else if (wanted.equals(present)) {
            violations.add(new Violation("/new_password", "same_password", "This is your present password already."));
        }
        violations.addAll(PasswordRules.check("/new_password", wanted, account.email()));
        refuse(violations);
        set(account, wanted, sessionId, CHANGED);
    }

    /** @param goesOn the session that does not end; null ends all */
    void set(Account account, String password, @Nullable String goesOn, String action) {
        engineUsers.setPassword(account.id(), password);
        jdbc.sql("update account set password_version = password_version + 1 where id = :id")
                .param("id", account.id())
                .update();
        voidLinks(account.id());
        sessions.endAllBut(goesOn, account.id(), CHANGED);
        trail.record(action, Account.SUBJECT, account.id(), Map.of());
    }

    /** Links that were sent are not good any more. */
    void voidLinks(String userId) {
        jdbc.sql("update password_reset set used_at = now() where user_id = :user and used_at is null")
                .param("user", userId)
                .update();
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
    }
}
