package io.loanflow.servicing.store;

import io.loanflow.platform.Problem;
import io.loanflow.servicing.Payment;
import io.loanflow.servicing.Payments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment}. */
@Repository
class JdbcPayments implements Payments {

    private final JdbcClient jdbc;

    JdbcPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second one of the same transfer waits for the first and then finds it there. */
    @Override
    public Payment add(String reference, Payment.Received received, String by, Instant at) {
        return jdbc.sql(
                        "insert into payment (reference, amount, received_on, external_reference, recorded_by, recorded_at)"
                                + " values (:reference, :amount, :on, :external, :by, :at)"
                                + " on conflict (external_reference) where reversed_at is null do nothing returning *")
                .param("reference", reference)
                .param("amount", received.amount())
                .param("on", received.receivedOn())
                .param("external", received.externalReference())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcPayments::payment)
                .optional()
                .orElseThrow(() -> Problem.conflict(
                        "The transfer '" + received.externalReference() + "' is recorded already.",
                        Map.of("external_reference", received.externalReference())));
    }

    @Override
    public List<Payment> of(String reference) {
        return jdbc.sql("select * from payment where reference = :reference order by id")
                .param("reference", reference)
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    public Optional<Payment> find(long id) {
        return jdbc.sql("select * from payment where id = :id")
                .param("id", id)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public void reverse(long id, @Nullable String reason, String by, Instant at) {
        jdbc.sql("update payment set reversed_at = :at, reversed_by = :by, reversal_reason = :reason where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        var reversed = row.getObject("reversed_at", OffsetDateTime.class);
        return new Payment(
                row.getLong("id"),
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getObject("received_on", LocalDate.class),
                row.getString("external_reference"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                reversed == null ? null : reversed.toInstant(),
                row.getString("reversal_reason"));
    }
}
