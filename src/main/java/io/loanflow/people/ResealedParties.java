package io.loanflow.people;

import io.loanflow.platform.secrets.Sealed;
import io.loanflow.platform.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the numbers of borrowers and guarantors anew when another key has become active. */
@Component
class ResealedParties implements Sealed {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ResealedParties(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(
            PartyKind kind,
            long id,
            @Nullable String taxFileNumber,
            @Nullable String accountNumber) {}

    @Override
    public int sealSomeAnew() {
        return Stream.of(PartyKind.values()).mapToInt(this::sealSomeAnew).sum();
    }

    private int sealSomeAnew(PartyKind kind) {
        var rows = jdbc.sql("select id, tax_file_number, account_number from " + kind.word()
                        + " where not starts_with(tax_file_number, :prefix) or not starts_with(account_number, :prefix)"
                        + " order by id limit :batch for update skip locked")
                .param("prefix", secrets.activePrefix())
                .param("batch", BATCH)
                .query((row, number) -> row(kind, row))
                .list();
        rows.forEach(this::sealAnew);
        return rows.size();
    }

    private static Row row(PartyKind kind, ResultSet row) throws SQLException {
        return new Row(kind, row.getLong("id"), row.getString("tax_file_number"), row.getString("account_number"));
    }

    private void sealAnew(Row row) {
        var number = open(row, row.taxFileNumber(), StoredParties.TAX_FILE_NUMBER);
        var account = open(row, row.accountNumber(), StoredParties.ACCOUNT_NUMBER);
        jdbc.sql("update " + row.kind().word() + " set tax_file_number = :tfn, tax_file_number_print = :print,"
                        + " account_number = :account where id = :id")
                .param("tfn", seal(row, number, StoredParties.TAX_FILE_NUMBER))
                .param("print", number == null ? null : secrets.fingerprint(number))
                .param("account", seal(row, account, StoredParties.ACCOUNT_NUMBER))
                .param("id", row.id())
                .update();
    }

    private @Nullable String open(Row row, @Nullable String sealed, String column) {
        return sealed == null ? null : secrets.open(sealed, StoredParties.context(row.kind(), row.id(), column));
    }

    private @Nullable String seal(Row row, @Nullable String plain, String column) {
        return plain == null ? null : secrets.seal(plain, StoredParties.context(row.kind(), row.id(), column));
    }
}
