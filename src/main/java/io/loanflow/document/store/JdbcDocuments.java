package io.loanflow.document.store;

import io.loanflow.document.Document;
import io.loanflow.document.Documents;
import io.loanflow.document.NewDocument;
import io.loanflow.document.StoredContent;
import io.loanflow.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chains of versions in PostgreSQL. */
@Repository
class JdbcDocuments implements Documents {

    private static final String OF_THE_CHAIN = DocumentRows.SELECT
            + DocumentRows.FROM
            + " where d.chain = (select chain from document where id = :id) order by d.version";
    private static final String HEADS = DocumentRows.SELECT
            + DocumentRows.FROM
            + " where d.reference = :reference"
            + " and not exists (select 1 from document n where n.chain = d.chain and n.version > d.version)"
            + " order by d.chain";

    private final JdbcClient jdbc;

    JdbcDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Document add(NewDocument document) {
        return insert(document, "select nextval('document_chain'), 1", null).orElseThrow();
    }

    /** The next version is taken by one only: a second one waits for the first and then finds it there. */
    @Override
    public Document addVersion(long headId, NewDocument document) {
        return insert(
                        document,
                        "select chain, version + 1 from document where id = :head and reference = :reference",
                        headId)
                .orElseThrow(() -> Problem.conflict(
                        "A newer version of this document is there. Read it and replace that one.", Map.of()));
    }

    @Override
    public Optional<Document> find(long id) {
        return jdbc.sql(DocumentRows.SELECT + DocumentRows.FROM + " where d.id = :id")
                .param("id", id)
                .query(DocumentRows::read)
                .optional();
    }

    @Override
    public List<Document> versions(long id) {
        return jdbc.sql(OF_THE_CHAIN).param("id", id).query(DocumentRows::read).list();
    }

    @Override
    public List<Document> heads(String reference) {
        return jdbc.sql(HEADS)
                .param("reference", reference)
                .query(DocumentRows::read)
                .list();
    }

    @Override
    public long revision(long id) {
        return jdbc.sql("select revision from document where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Override
    public void describe(long id, String title, @Nullable String description, boolean shared) {
        jdbc.sql("update document set title = :title, description = :description, shared = :shared,"
                        + " revision = revision + 1 where id = :id")
                .param("title", title)
                .param("description", description)
                .param("shared", shared)
                .param("id", id)
                .update();
    }

    @Override
    public void markVoided(long id, String reason) {
        jdbc.sql("update document set voided_at = clock_timestamp(), voided_reason = :reason, revision = revision + 1"
                        + " where id = :id and voided_at is null")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    @Override
    public void markSigned(long id, StoredContent signed) {
        jdbc.sql("update document set signed_sha256 = :sha256, revision = revision + 1 where id = :id")
                .param("sha256", signed.sha256())
                .param("id", id)
                .update();
    }

    private Optional<Document> insert(NewDocument document, String place, @Nullable Long headId) {
        return jdbc.sql("with place (chain, version) as (" + place + ")"
                        + " insert into document (chain, version, reference, document_type, title, description, file_name,"
                        + " content_type, sha256, generated, shared, created_by, shows)"
                        + " select chain, version, :reference, :type, :title, :description, :file, :kind, :sha256,"
                        + " :generated, :shared, :by, :shows from place"
                        + " on conflict (chain, version) do nothing returning id")
                .param("head", headId)
                .param("reference", document.reference())
                .param("type", document.type())
                .param("title", document.title())
                .param("description", document.description())
                .param("file", document.fileName())
                .param("kind", document.contentType())
                .param("sha256", document.content().sha256())
                .param("generated", document.generated())
                .param("shared", document.shared())
                .param("by", document.createdBy())
                .param("shows", document.shows().toArray(String[]::new))
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }
}
