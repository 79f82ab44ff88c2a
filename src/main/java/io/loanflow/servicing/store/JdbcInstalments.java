package io.loanflow.servicing.store;

import io.loanflow.servicing.Instalment;
import io.loanflow.servicing.Instalments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code repayment} and {@code repayment_reminder}. */
@Repository
class JdbcInstalments implements Instalments {

    private static final String CURRENT =
            "select * from repayment where reference = :reference and replaced_at is null";

    private final JdbcClient jdbc;

    JdbcInstalments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String reference, List<Instalment.New> lines) {
        jdbc.sql(
                        "insert into repayment"
                                + " (reference, number, period_start, due_date, interest, principal, balance, made_by)"
                                + " select :reference, line.* from unnest(:numbers::int[], :starts::date[], :dues::date[],"
                                + " :interests::numeric[], :principals::numeric[], :balances::numeric[], :makers::bigint[]) as line")
                .param("reference", reference)
                .param("numbers", column(lines, Instalment.New::number))
                .param("starts", column(lines, Instalment.New::periodStart))
                .param("dues", column(lines, Instalment.New::dueDate))
                .param("interests", column(lines, Instalment.New::interest))
                .param("principals", column(lines, Instalment.New::principal))
                .param("balances", column(lines, Instalment.New::balance))
                .param("makers", column(lines, Instalment.New::madeBy))
                .update();
    }

    @Override
    public List<Instalment> of(String reference) {
        return jdbc.sql(CURRENT + " order by number")
                .param("reference", reference)
                .query(JdbcInstalments::instalment)
                .list();
    }

    @Override
    public Optional<Instalment> find(String reference, long id) {
        return jdbc.sql(CURRENT + " and id = :id")
                .param("reference", reference)
                .param("id", id)
                .query(JdbcInstalments::instalment)
                .optional();
    }

    @Override
    public Optional<Instalment> last(String reference) {
        return jdbc.sql(CURRENT + " order by number desc limit 1")
                .param("reference", reference)
                .query(JdbcInstalments::instalment)
                .optional();
    }

    @Override
    public Optional<Instalment> nextToWatch(String reference) {
        return next(reference, "paid_on is null and late_since is null and not watched");
    }

    @Override
    public Optional<Instalment> nextToCharge(String reference) {
        return next(reference, "charged_at is null");
    }

    private Optional<Instalment> next(String reference, String condition) {
        return jdbc.sql(CURRENT + " and " + condition + " order by number limit 1")
                .param("reference", reference)
                .query(JdbcInstalments::instalment)
                .optional();
    }

    @Override
    public void setPaid(Map<Long, Instalment.Paid> paid) {
        if (paid.isEmpty()) {
            return;
        }
        var rows = List.copyOf(paid.entrySet());
        jdbc.sql("update repayment r set paid_interest = p.interest, paid_principal = p.principal, paid_on = p.day"
                        + " from unnest(:ids::bigint[], :interests::numeric[], :principals::numeric[], :days::date[])"
                        + " as p (id, interest, principal, day) where r.id = p.id")
                .param("ids", column(rows, Map.Entry::getKey))
                .param("interests", column(rows, row -> row.getValue().interest()))
                .param("principals", column(rows, row -> row.getValue().principal()))
                .param("days", column(rows, row -> row.getValue().on()))
                .update();
    }

    @Override
    public void setCharged(Collection<Long> ids, Instant at) {
        set("charged_at = :at", ids, at);
    }

    @Override
    public void setWatched(long id) {
        jdbc.sql("update repayment set watched = true where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void watchAnew(String reference) {
        jdbc.sql("update repayment set watched = false where reference = :reference and replaced_at is null"
                        + " and paid_on is null and late_since is null and watched")
                .param("reference", reference)
                .update();
    }

    @Override
    public void setLate(long id, @Nullable LocalDate since) {
        jdbc.sql("update repayment set late_since = :since where id = :id")
                .param("since", since, java.sql.Types.DATE)
                .param("id", id)
                .update();
    }

    @Override
    public void replace(Collection<Long> ids, @Nullable Long payment, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("update repayment set replaced_at = :at, replaced_by = :payment where id = any(:ids::bigint[])")
                .param("at", utc(at))
                .param("payment", payment)
                .param("ids", column(List.copyOf(ids), id -> id))
                .update();
    }

    @Override
    public void restore(long payment, Instant at) {
        jdbc.sql("update repayment set replaced_at = :at where made_by = :payment and replaced_at is null")
                .param("at", utc(at))
                .param("payment", payment)
                .update();
        jdbc.sql(
                        "update repayment set replaced_at = null, replaced_by = null, late_since = null where replaced_by = :payment")
                .param("payment", payment)
                .update();
    }

    @Override
    public boolean remember(long id, String reminder, Instant at) {
        return jdbc.sql(
                                "insert into repayment_reminder (repayment_id, kind, at) select line.id, :kind, :at from repayment line"
                                        + " where line.id = :id and not exists (select from repayment_reminder told"
                                        + " join repayment other on other.id = told.repayment_id where told.kind = :kind"
                                        + " and other.reference = line.reference and other.due_date = line.due_date"
                                        + " and (:kind = 'maturity'"
                                        + " or other.interest + other.principal = line.interest + line.principal))")
                        .param("id", id)
                        .param("kind", reminder)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private void set(String what, Collection<Long> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("update repayment set " + what + " where id = any(:ids::bigint[])")
                .param("at", utc(at))
                .param("ids", column(List.copyOf(ids), id -> id))
                .update();
    }

    /** A column as PostgreSQL writes an array; the values are numbers and days, which need no quotes. */
    private static <T> String column(List<T> rows, Function<T, @Nullable Object> value) {
        var text = new StringBuilder("{");
        rows.forEach(row -> text.append(text.length() > 1 ? "," : "").append(value.apply(row)));
        return text.append('}').toString().replace("null", "NULL");
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instalment instalment(ResultSet row, int number) throws SQLException {
        return new Instalment(
                row.getLong("id"),
                row.getInt("number"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getBigDecimal("interest"),
                row.getBigDecimal("principal"),
                row.getBigDecimal("balance"),
                new Instalment.Paid(
                        row.getBigDecimal("paid_interest"),
                        row.getBigDecimal("paid_principal"),
                        row.getObject("paid_on", LocalDate.class)),
                row.getObject("charged_at") != null,
                row.getObject("late_since", LocalDate.class),
                row.getObject("made_by", Long.class));
    }
}
