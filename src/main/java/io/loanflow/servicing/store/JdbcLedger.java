package io.loanflow.servicing.store;

import io.loanflow.servicing.Ledger;
import io.loanflow.servicing.LedgerEntry;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ledger_entry}; the database refuses any change and any entry that does not continue the last one. */
@Repository
class JdbcLedger implements Ledger {

    private static final String LAST =
            "(select %s from ledger_entry where reference = :reference order by number desc limit 1)";

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String reference, LedgerEntry.New entry, @Nullable String by, Instant at) {
        if (entry.amount().signum() == 0) {
            return;
        }
        jdbc.sql("insert into ledger_entry (reference, number, at, type, amount, balance, description, source, by)"
                        + " values (:reference, coalesce(" + LAST.formatted("number") + ", 0) + 1, :at, :type, :amount,"
                        + " coalesce(" + LAST.formatted("balance") + ", 0) + :amount, :description, :source, :by)")
                .param("reference", reference)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("type", entry.type())
                .param("amount", entry.amount())
                .param("description", entry.description())
                .param("source", entry.source())
                .param("by", by)
                .update();
    }

    @Override
    public List<LedgerEntry> of(String reference) {
        return jdbc.sql("select * from ledger_entry where reference = :reference order by number")
                .param("reference", reference)
                .query(JdbcLedger::entry)
                .list();
    }

    @Override
    public BigDecimal balance(String reference) {
        return jdbc.sql("select coalesce(" + LAST.formatted("balance") + ", 0.00)")
                .param("reference", reference)
                .query(BigDecimal.class)
                .single();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("balance"),
                row.getString("description"));
    }
}
