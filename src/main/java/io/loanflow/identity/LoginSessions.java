package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Log-in sessions and their refresh tokens: each token works once, and using one twice ends the session. */
@Component
public class LoginSessions {

    private static final Duration REFRESHABLE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final AccessTokens accessTokens;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    LoginSessions(JdbcClient jdbc, AccessTokens accessTokens, ApplicationEventPublisher events, AuditTrail trail) {
        this.jdbc = jdbc;
        this.accessTokens = accessTokens;
        this.events = events;
        this.trail = trail;
    }

    /** Begins a session for somebody whose credentials were checked. */
    @Transactional
    public Tokens start(String userId) {
        var sessionId = UUID.randomUUID().toString();
        jdbc.sql("insert into login_session (id, user_id) values (:id, :user)")
                .param("id", sessionId)
                .param("user", userId)
                .update();
        return tokens(userId, sessionId);
    }

    /** @throws Problem 401 when the token is unknown, expired or was used before, which also ends its session */
    @Transactional(noRollbackFor = Problem.class)
    public Tokens refresh(String refreshToken) {
        var found = find(refreshToken).orElseThrow(LoginSessions::refused);
        if (found.used()) {
            end(found.userId(), found.sessionId(), "refresh_reused");
        }
        if (found.used() || !found.good()) {
            throw refused();
        }
        jdbc.sql("update refresh_token set used_at = now() where hash = :hash")
                .param("hash", SecretTokens.hash(refreshToken))
                .update();
        return tokens(found.userId(), found.sessionId());
    }

    /** Ends the session of a refresh token; an unknown token changes nothing. */
    @Transactional
    public void logOut(String refreshToken) {
        find(refreshToken).ifPresent(found -> end(found.userId(), found.sessionId(), "logged_out"));
    }

    /** Ends all sessions of a user. */
    @Transactional
    public void endAll(String userId, String reason) {
        endAllBut(null, userId, reason);
    }

    /** @param goesOn the session that does not end; null ends all */
    void endAllBut(@Nullable String goesOn, String userId, String reason) {
        jdbc.sql("select id from login_session"
                        + " where user_id = :user and ended_at is null and id is distinct from :goesOn")
                .param("user", userId)
                .param("goesOn", goesOn)
                .query(String.class)
                .list()
                .forEach(sessionId -> end(userId, sessionId, reason));
    }

    private void end(String userId, String sessionId, String reason) {
        int ended = jdbc.sql("update login_session set ended_at = now() where id = :id and ended_at is null")
                .param("id", sessionId)
                .update();
        if (ended == 1) {
            trail.recordOwn("session_ended", userId, Map.of("reason", reason));
            events.publishEvent(new SessionEnded(userId, sessionId, reason));
        }
    }

    private Tokens tokens(String userId, String sessionId) {
        var refresh = SecretTokens.draw();
        jdbc.sql("insert into refresh_token (hash, session_id, expires_at)"
                        + " values (:hash, :session, now() + make_interval(secs => :seconds))")
                .param("hash", SecretTokens.hash(refresh))
                .param("session", sessionId)
                .param("seconds", REFRESHABLE.toSeconds())
                .update();
        return new Tokens(accessTokens.issue(userId, sessionId), refresh, AccessTokens.LIFETIME.toSeconds());
    }

    private Optional<Found> find(String refreshToken) {
        return jdbc.sql("""
                        select s.id as session_id, s.user_id, r.used_at is not null as used,
                               s.ended_at is null and a.active and r.expires_at > now() as good
                          from refresh_token r
                          join login_session s on s.id = r.session_id
                          join account a on a.id = s.user_id
                         where r.hash = :hash
                           for update of r""")
                .param("hash", SecretTokens.hash(refreshToken))
                .query(Found.class)
                .optional();
    }

    private static Problem refused() {
        return Problem.unauthorized("The refresh token is not valid any more. Log in again.");
    }

    private record Found(String sessionId, String userId, boolean used, boolean good) {}
}
