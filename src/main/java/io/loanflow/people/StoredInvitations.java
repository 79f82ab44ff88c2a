package io.loanflow.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations in PostgreSQL, where only the hashes of their tokens are. */
@Repository
class StoredInvitations {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    StoredInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a new invitation in the place of those that the borrower has not used, and answers its token. */
    String draw(long borrowerId, Invitation invitation, String by, Instant now) {
        jdbc.sql("delete from borrower_invitation where borrower_id = :borrower and used_at is null")
                .param("borrower", borrowerId)
                .update();
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into borrower_invitation (hash, borrower_id, email, created_by, created_at, expires_at)"
                        + " values (:hash, :borrower, :email, :by, :now, :expires)")
                .param("hash", hash(token))
                .param("borrower", borrowerId)
                .param("email", invitation.email())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .update();
        return token;
    }

    /** Uses an invitation up: of two who try at once, one gets the borrower's id. */
    Optional<Long> use(String token, String userId, Instant now) {
        return jdbc.sql("update borrower_invitation set used_at = :now, used_by = :user"
                        + " where hash = :hash and used_at is null and expires_at > :now returning borrower_id")
                .param("hash", hash(token))
                .param("user", userId)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
