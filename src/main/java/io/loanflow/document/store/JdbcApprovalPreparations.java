package io.loanflow.document.store;

import io.loanflow.document.ApprovalPreparations;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code approval_documents}. */
@Repository
class JdbcApprovalPreparations implements ApprovalPreparations {

    private final JdbcClient jdbc;

    JdbcApprovalPreparations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Preparation> last(String reference) {
        return jdbc.sql("select approved_at, terms from approval_documents where reference = :reference")
                .param("reference", reference)
                .query((row, number) ->
                        new Preparation(row.getTimestamp("approved_at").toInstant(), row.getString("terms")))
                .optional();
    }

    @Override
    public void keep(String reference, Preparation preparation) {
        jdbc.sql("insert into approval_documents (reference, approved_at, terms) values (:reference, :at, :terms)"
                        + " on conflict (reference) do update set approved_at = :at, terms = :terms")
                .param("reference", reference)
                .param("at", preparation.approvedAt().atOffset(ZoneOffset.UTC))
                .param("terms", preparation.terms())
                .update();
    }
}
