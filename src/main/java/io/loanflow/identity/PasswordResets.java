package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people set a password without knowing the present one: each works once and not for long. */
@Component
public class PasswordResets {

    private static final Duration RESET = Duration.ofHours(1);
    private static final Duration INVITATION = Duration.ofDays(3);
    private static final int MOST_IN_AN_HOUR = 3;

    private final Accounts accounts;
    private final PasswordChanges changes;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PasswordResets(
            Accounts accounts,
            PasswordChanges changes,
            AuditTrail trail,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.changes = changes;
        this.trail = trail;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Sends a link when there is such an active account and it was not sent several already; else does nothing. */
    @Transactional
    public void request(String email, @Nullable String address) {
        var account = accounts.findByEmail(email).filter(Account::active);
        if (account.isPresent() && sentLately(account.get().id()) < MOST_IN_AN_HOUR) {
            trail.recordFrom(address, "password_reset_requested", account.get().id());
            send(account.get(), RESET, false);
        }
    }

    /** Sends a new user the link for their first password. */
    @Transactional
    public void invite(String userId) {
        accounts.find(userId).ifPresent(account -> send(account, INVITATION, true));
    }

    /** @throws Problem 404 when the link is not good any more or never was, 400 when the password is not good enough */
    @Transactional
    public void redeem(String token, String password) {
        var account = holder(token)
                .flatMap(accounts::find)
                .filter(Account::active)
                .orElseThrow(
                        () -> Problem.of(404, "Not found", "This link is not good any more. Ask for another one."));
        PasswordChanges.refuse(PasswordRules.check("/new_password", password, account.email()));
        changes.set(account, password, null, "password_reset");
    }

    private void send(Account account, Duration life, boolean invitation) {
        var token = SecretTokens.draw();
        var until = Clock.systemUTC().instant().plus(life);
        jdbc.sql("insert into password_reset (hash, user_id, expires_at) values (:hash, :user, :until)")
                .param("hash", SecretTokens.hash(token))
                .param("user", account.id())
                .param("until", java.sql.Timestamp.from(until))
                .update();
        events.publishEvent(new PasswordLink(account.email(), account.displayName(), token, until, invitation));
    }

    /** Holds the link until the end of the transaction, so that of two uses at once one finds it used. */
    private Optional<String> holder(String token) {
        return jdbc.sql("select user_id from password_reset"
                        + " where hash = :hash and used_at is null and expires_at > now() for update")
                .param("hash", SecretTokens.hash(token))
                .query(String.class)
                .optional();
    }

    private long sentLately(String userId) {
        return jdbc.sql("select count(*) from password_reset"
                        + " where user_id = :user and created_at > now() - interval '1 hour'")
                .param("user", userId)
                .query(Long.class)
                .single();
    }
}
