package io.loanflow.document.store;

import io.loanflow.document.Evidence;
import io.loanflow.document.EvidenceLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence in PostgreSQL. */
@Repository
class JdbcEvidenceLog implements EvidenceLog {

    private final JdbcClient jdbc;

    JdbcEvidenceLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(long signingId) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "signing_evidence:" + signingId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Evidence row) {
        jdbc.sql("insert into signing_evidence"
                        + " (signing_id, document_id, number, kind, at, signer_id, payload, previous_hash, hash)"
                        + " values (:signing, :document, :number, :kind, :at, :signer, :payload, :previous, :hash)")
                .param("signing", row.signingId())
                .param("document", row.documentId())
                .param("number", row.number())
                .param("kind", row.kind().text())
                .param("at", Timestamp.from(row.at()))
                .param("signer", row.signerId())
                .param("payload", row.payload())
                .param("previous", row.previousHash())
                .param("hash", row.hash())
                .update();
    }

    @Override
    public Optional<Evidence> last(long signingId) {
        return jdbc.sql("select * from signing_evidence where signing_id = :signing order by number desc limit 1")
                .param("signing", signingId)
                .query(JdbcEvidenceLog::evidence)
                .optional();
    }

    @Override
    public List<Evidence> of(long signingId) {
        return jdbc.sql("select * from signing_evidence where signing_id = :signing order by number")
                .param("signing", signingId)
                .query(JdbcEvidenceLog::evidence)
                .list();
    }

    @Override
    public List<Evidence> ofDocument(long documentId) {
        return jdbc.sql("select * from signing_evidence where document_id = :document order by signing_id, number")
                .param("document", documentId)
                .query(JdbcEvidenceLog::evidence)
                .list();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getLong("signing_id"),
                row.getLong("document_id"),
                row.getInt("number"),
                Evidence.Kind.of(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getObject("signer_id", Long.class),
                row.getString("payload"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
