package io.loanflow.document.store;

import io.loanflow.document.Document;
import io.loanflow.document.StoredContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a version is read; what has become of it says the view {@code document_status} alone. */
final class DocumentRows {

    static final String SELECT = "select d.*, c.size, s.size as signed_size, t.status, t.reason,"
            + " not exists (select 1 from document n where n.chain = d.chain and n.version > d.version) as head";
    static final String FROM = " from document d join content c on c.sha256 = d.sha256"
            + " left join content s on s.sha256 = d.signed_sha256"
            + " join document_status t on t.document_id = d.id";

    private DocumentRows() {}

    static Document read(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("document_type"),
                row.getInt("version"),
                row.getBoolean("head"),
                row.getString("title"),
                row.getString("description"),
                row.getString("file_name"),
                row.getString("content_type"),
                new StoredContent(row.getString("sha256"), row.getLong("size")),
                signed(row),
                row.getBoolean("generated"),
                row.getBoolean("shared"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                Set.of((String[]) row.getArray("shows").getArray()));
    }

    private static @Nullable StoredContent signed(ResultSet row) throws SQLException {
        var sha256 = row.getString("signed_sha256");
        return sha256 == null ? null : new StoredContent(sha256, row.getLong("signed_size"));
    }
}
