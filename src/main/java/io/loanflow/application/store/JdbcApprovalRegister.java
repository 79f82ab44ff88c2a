package io.loanflow.application.store;

import io.loanflow.application.Approval;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approvals in PostgreSQL. */
@Repository
class JdbcApprovalRegister implements ApprovalRegister {

    private static final String NEWEST = "(select max(id) from approval where reference = :reference)";

    private final JdbcClient jdbc;

    JdbcApprovalRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(
            String reference,
            Terms terms,
            LocalDate expiresOn,
            @Nullable String overrideReason,
            @Nullable String by,
            Instant at) {
        long id = jdbc.sql("insert into approval"
                        + " (reference, amount, term, rate, expires_on, override_reason, approved_by, approved_at)"
                        + " values (:reference, :amount, :term, :rate, :expires, :override, :by, :at) returning id")
                .param("reference", reference)
                .param("amount", terms.amount())
                .param("term", terms.term())
                .param("rate", terms.rate())
                .param("expires", expiresOn)
                .param("override", overrideReason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        terms.conditions()
                .forEach(text -> jdbc.sql("insert into approval_condition (approval_id, text) values (:id, :text)")
                        .param("id", id)
                        .param("text", text)
                        .update());
    }

    @Override
    public Optional<Approval> newest(String reference) {
        return jdbc.sql("select * from approval where id = " + NEWEST)
                .param("reference", reference)
                .query((row, number) -> approval(row))
                .optional();
    }

    @Override
    public Optional<Approval> standing(String reference) {
        return jdbc.sql("select * from approval where ended_at is null and id = " + NEWEST)
                .param("reference", reference)
                .query((row, number) -> approval(row))
                .optional();
    }

    @Override
    public void end(String reference, Instant at) {
        jdbc.sql("update approval set ended_at = :at where ended_at is null and id = " + NEWEST)
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
    }

    @Override
    public boolean setCondition(String reference, long conditionId, boolean met, String by, Instant at) {
        return jdbc.sql("update approval_condition set met = :met, changed_by = :by, changed_at = :at"
                                + " where id = :id and approval_id = " + NEWEST)
                        .param("met", met)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", conditionId)
                        .param("reference", reference)
                        .update()
                == 1;
    }

    private Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getBigDecimal("amount"),
                row.getInt("term"),
                row.getBigDecimal("rate"),
                row.getObject("expires_on", LocalDate.class),
                row.getString("override_reason"),
                row.getString("approved_by"),
                row.getTimestamp("approved_at").toInstant(),
                conditions(row.getLong("id")));
    }

    private List<Approval.Condition> conditions(long approvalId) {
        return jdbc.sql("select id, text, met, changed_by, changed_at from approval_condition"
                        + " where approval_id = :id order by id")
                .param("id", approvalId)
                .query((row, number) -> new Approval.Condition(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getBoolean("met"),
                        row.getString("changed_by"),
                        instant(row.getTimestamp("changed_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
