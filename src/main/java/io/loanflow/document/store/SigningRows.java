package io.loanflow.document.store;

import io.loanflow.document.Signer;
import io.loanflow.document.Signing;
import io.loanflow.document.Signings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of the tables {@code signing}, {@code signer} and {@code signing_link}. */
final class SigningRows {

    private SigningRows() {}

    static Signing signing(ResultSet row, List<Signer> signers) throws SQLException {
        return new Signing(
                row.getLong("id"),
                row.getLong("document_id"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("outcome"),
                row.getString("reason"),
                instant(row, "ended_at"),
                signers);
    }

    static Signer signer(ResultSet row, int number) throws SQLException {
        return new Signer(
                row.getLong("id"),
                row.getInt("sign_order"),
                row.getString("role"),
                row.getString("name"),
                row.getString("email"),
                row.getString("user_id"),
                instant(row, "asked_at"),
                instant(row, "signed_at"),
                instant(row, "declined_at"));
    }

    static Signings.Link link(ResultSet row, int number) throws SQLException {
        return new Signings.Link(
                row.getLong("signer_id"),
                row.getString("purpose"),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
