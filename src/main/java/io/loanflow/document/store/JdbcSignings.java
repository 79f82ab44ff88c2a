package io.loanflow.document.store;

import io.loanflow.document.Signer;
import io.loanflow.document.Signing;
import io.loanflow.document.Signings;
import io.loanflow.platform.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code signing}, {@code signer} and {@code signing_link}. */
@Repository
class JdbcSignings implements Signings {

    private final JdbcClient jdbc;

    JdbcSignings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Signing start(
            long documentId, List<Signer.New> signers, @Nullable String by, Instant at, Instant expiresAt) {
        var id = insert(documentId, by, at, expiresAt);
        for (var signer : signers) {
            jdbc.sql("insert into signer (signing_id, sign_order, role, name, email, user_id)"
                            + " values (:signing, :order, :role, :name, :email, :user)")
                    .param("signing", id)
                    .param("order", signer.order())
                    .param("role", signer.role())
                    .param("name", signer.name())
                    .param("email", signer.email())
                    .param("user", signer.userId())
                    .update();
        }
        return find("id = :id", id).orElseThrow();
    }

    private long insert(long documentId, @Nullable String by, Instant at, Instant expiresAt) {
        try {
            return jdbc.sql("insert into signing (document_id, started_at, started_by, expires_at)"
                            + " values (:document, :at, :by, :expires) returning id")
                    .param("document", documentId)
                    .param("at", utc(at))
                    .param("by", by)
                    .param("expires", utc(expiresAt))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("The document is being signed already.", Map.of());
        }
    }

    @Override
    public Optional<Signing> newest(long documentId) {
        return find("document_id = :id order by id desc limit 1", documentId);
    }

    @Override
    public Optional<Signing> ofSigner(long signerId) {
        return find("id = (select signing_id from signer where id = :id)", signerId);
    }

    private Optional<Signing> find(String condition, long id) {
        return jdbc.sql("select * from signing where " + condition)
                .param("id", id)
                .query((row, number) -> SigningRows.signing(row, signers(row.getLong("id"))))
                .optional();
    }

    private List<Signer> signers(long signingId) {
        return jdbc.sql("select * from signer where signing_id = :signing order by sign_order, id")
                .param("signing", signingId)
                .query(SigningRows::signer)
                .list();
    }

    @Override
    public boolean isAsked(long documentId, String userId) {
        return jdbc.sql("select exists (select 1 from signer g join signing s on s.id = g.signing_id"
                        + " where s.document_id = :document and g.user_id = :user and g.asked_at is not null)")
                .param("document", documentId)
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Long> asked(String reference) {
        return jdbc.sql("select g.id from signer g join signing s on s.id = g.signing_id"
                        + " join document d on d.id = s.document_id where d.reference = :reference and s.outcome is null"
                        + " and g.asked_at is not null and g.signed_at is null and g.declined_at is null order by g.id")
                .param("reference", reference)
                .query(Long.class)
                .list();
    }

    @Override
    public void markAsked(long signerId, Instant at) {
        mark("asked_at", signerId, at);
    }

    @Override
    public void markSigned(long signerId, Instant at) {
        mark("signed_at", signerId, at);
    }

    @Override
    public void markDeclined(long signerId, Instant at) {
        mark("declined_at", signerId, at);
    }

    private void mark(String column, long signerId, Instant at) {
        jdbc.sql("update signer set " + column + " = :at where id = :id")
                .param("at", utc(at))
                .param("id", signerId)
                .update();
    }

    @Override
    public boolean end(long signingId, String outcome, @Nullable String reason, Instant at) {
        return jdbc.sql("update signing set outcome = :outcome, reason = :reason, ended_at = :at"
                                + " where id = :id and outcome is null")
                        .param("outcome", outcome)
                        .param("reason", reason)
                        .param("at", utc(at))
                        .param("id", signingId)
                        .update()
                == 1;
    }

    @Override
    public void keepLink(String tokenHash, long signerId, String purpose, Instant expiresAt) {
        jdbc.sql("insert into signing_link (token_hash, signer_id, purpose, expires_at)"
                        + " values (:hash, :signer, :purpose, :expires)")
                .param("hash", tokenHash)
                .param("signer", signerId)
                .param("purpose", purpose)
                .param("expires", utc(expiresAt))
                .update();
    }

    @Override
    public Optional<Link> link(String tokenHash) {
        return jdbc.sql("select * from signing_link where token_hash = :hash")
                .param("hash", tokenHash)
                .query(SigningRows::link)
                .optional();
    }

    @Override
    public void useLinks(long signerId, Instant at) {
        jdbc.sql("update signing_link set used_at = :at"
                        + " where signer_id = :signer and purpose = 'sign' and used_at is null")
                .param("at", utc(at))
                .param("signer", signerId)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
