package io.loanflow.servicing.store;

import io.loanflow.platform.Problem;
import io.loanflow.servicing.Fee;
import io.loanflow.servicing.Fees;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code fee} and {@code fee_event}. */
@Repository
class JdbcFees implements Fees {

    private final JdbcClient jdbc;

    JdbcFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Fee> raise(String reference, Fee.New fee, @Nullable String by, Instant at) {
        return jdbc.sql(
                        "insert into fee (reference, type, description, amount, due_date, by_table, raised_by, raised_at)"
                                + " values (:reference, :type, :description, :amount, :due, :table, :by, :at)"
                                + " on conflict (reference, type) where by_table do nothing returning *")
                .param("reference", reference)
                .param("type", fee.type())
                .param("description", fee.description())
                .param("amount", fee.amount())
                .param("due", fee.dueDate())
                .param("table", fee.byTable())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcFees::fee)
                .optional();
    }

    @Override
    public List<Fee> of(String reference) {
        return jdbc.sql("select * from fee where reference = :reference order by id")
                .param("reference", reference)
                .query(JdbcFees::fee)
                .list();
    }

    @Override
    public Optional<Fee> find(long id) {
        return jdbc.sql("select * from fee where id = :id")
                .param("id", id)
                .query(JdbcFees::fee)
                .optional();
    }

    @Override
    public BigDecimal unpaid(String reference) {
        return jdbc.sql(
                        "select coalesce(sum(amount), 0.00) from fee where reference = :reference and status = 'unpaid'")
                .param("reference", reference)
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public void settle(long id, String kind, String status, Fee.Deed deed, String by, Instant at) {
        var kept = jdbc.sql("insert into fee_event (fee_id, kind, on_date, external_reference, reason, by, at)"
                        + " values (:id, :kind, :on, :external, :reason, :by, :at)"
                        + " on conflict (external_reference) do nothing")
                .param("id", id)
                .param("kind", kind)
                .param("on", deed.on())
                .param("external", deed.externalReference())
                .param("reason", deed.reason())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            throw Problem.conflict(
                    "The transfer '" + deed.externalReference() + "' is recorded already.",
                    Map.of("external_reference", String.valueOf(deed.externalReference())));
        }
        jdbc.sql("update fee set status = :status where id = :id")
                .param("status", status)
                .param("id", id)
                .update();
    }

    private static Fee fee(ResultSet row, int number) throws SQLException {
        return new Fee(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("type"),
                row.getString("description"),
                row.getBigDecimal("amount"),
                row.getObject("due_date", LocalDate.class),
                row.getString("status"));
    }
}
