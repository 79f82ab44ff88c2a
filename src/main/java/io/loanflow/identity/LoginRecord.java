package io.loanflow.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes every log-in and every refused one, at whichever door, into the audit trail. */
@Component
public class LoginRecord {

    private static final String LOGIN = "login";
    private static final int LONGEST_EMAIL = 254;

    private final AuditTrail trail;
    private final Accounts accounts;
    private final CallerAddress address;
    private final JdbcClient jdbc;

    LoginRecord(AuditTrail trail, Accounts accounts, CallerAddress address, JdbcClient jdbc) {
        this.trail = trail;
        this.accounts = accounts;
        this.address = address;
        this.jdbc = jdbc;
    }

    /** A door where people log in by e-mail and password. */
    public enum Door {
        API("api"),
        WEB_APPS("web_apps"),
        ENGINE_REST("engine_rest");

        private final String id;

        Door(String id) {
            this.id = id;
        }
    }

    public void accepted(String userId, Door door) {
        trail.recordOwn(LOGIN, userId, Map.of("door", door.id));
    }

    /** For a door where every single call logs in: one entry in ten minutes for a person and an address is enough. */
    @Transactional
    public void acceptedAgain(String userId, Door door) {
        if (!acceptedLately(userId, door)) {
            accepted(userId, door);
        }
    }

    /** @param email as it was given; kept only where it can be an e-mail, for people type passwords into wrong fields */
    public void refused(String email, Door door) {
        var known = accounts.findByEmail(email).map(Account::id);
        var named = email.contains("@") && email.length() <= LONGEST_EMAIL ? email.strip() : "";
        trail.recordRefusal(
                "login_refused", Account.SUBJECT, known.orElse(null), Map.of("door", door.id, "email", named));
    }

    private boolean acceptedLately(String userId, Door door) {
        @Nullable String from = address.find().orElse(null);
        return jdbc.sql("""
                        select exists (select 1 from audit_entry
                                        where actor = :user and action = :action and at > now() - interval '10 minutes'
                                          and details ->> 'door' = :door and address is not distinct from :address)""")
                .param("user", userId)
                .param("action", LOGIN)
                .param("door", door.id)
                .param("address", from)
                .query(Boolean.class)
                .single();
    }
}
