package io.loanflow.notification.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.loanflow.identity.Viewer;
import io.loanflow.notification.Position;
import io.loanflow.notification.SocketLogin;
import io.loanflow.notification.SocketTickets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TicketRows implements SocketTickets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Ticket issue(SocketLogin login, Duration life) {
        jdbc.sql("delete from socket_ticket where valid_until < now()").update();
        var ticket = draw();
        var validUntil = jdbc.sql("""
                        insert into socket_ticket (hash, user_id, session_id, groups, login_expires_at, checked_xid, valid_until)
                        values (:hash, :user, :session, :groups, :loginExpiresAt, :checked::text::xid8,
                                now() + :millis * interval '1 ms')
                        returning valid_until
                        """)
                .param("hash", hash(ticket))
                .param("user", login.userId())
                .param("session", login.sessionId())
                .param("groups", login.viewer().groups().toArray(String[]::new))
                .param("loginExpiresAt", Timestamp.from(login.expiresAt()))
                .param("checked", String.valueOf(login.checkedAt().transaction()))
                .param("millis", life.toMillis())
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .single();
        return new Ticket(ticket, validUntil);
    }

    @Override
    @Transactional
    public Optional<SocketLogin> redeem(String ticket) {
        return jdbc.sql("""
                        delete from socket_ticket where hash = ? and valid_until > now()
                        returning user_id, session_id, groups, login_expires_at, checked_xid::text
                        """).param(hash(ticket)).query((rs, n) -> login(rs)).optional();
    }

    private static SocketLogin login(ResultSet rs) throws SQLException {
        var groups = Set.of((String[]) rs.getArray("groups").getArray());
        return new SocketLogin(
                new Viewer(rs.getString("user_id"), groups),
                rs.getString("session_id"),
                rs.getTimestamp("login_expires_at").toInstant(),
                new Position(rs.getLong("checked_xid"), 0));
    }

    private static String draw() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String hash(String ticket) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
