package io.loanflow.application.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.ApplicationData;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.people.PartyKind;
import io.loanflow.people.PartyRegister;
import io.loanflow.platform.input.InputReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications in PostgreSQL. */
@Repository
class JdbcLoanApplications implements LoanApplications {

    private static final List<String> COLUMNS = List.of(
            "application_type",
            "purpose",
            "loan_amount",
            "loan_term",
            "interest_rate",
            "repayment_frequency",
            "product",
            "estimated_settlement_date",
            "capitalised_interest_months",
            "exit_strategy",
            "broker_id",
            "bdm_id",
            "solvency",
            "fund_uses",
            "securities");

    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final ObjectMapper json;
    private final PartyRegister people;

    JdbcLoanApplications(JdbcClient jdbc, InputReader inputs, ObjectMapper json, PartyRegister people) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.json = json;
        this.people = people;
    }

    @Override
    public boolean add(
            String reference,
            String processInstanceId,
            ApplicationData data,
            List<Long> borrowerIds,
            String by,
            Instant at) {
        var sql = "insert into application (reference, process_instance_id, created_by, created_at, updated_at, "
                + String.join(", ", COLUMNS) + ") select :reference, :instance, :by, :at, :at, "
                + String.join(", ", COLUMNS) + " from jsonb_populate_record(null::application, :data::jsonb)"
                + " on conflict (reference) do nothing";
        int added = jdbc.sql(sql)
                .param("reference", reference)
                .param("instance", processInstanceId)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("data", columns(data).toString())
                .update();
        if (added == 1) {
            link(reference, borrowerIds);
        }
        return added == 1;
    }

    @Override
    public void replace(String reference, ApplicationData data, List<Long> borrowerIds, Instant at) {
        var columns = String.join(", ", COLUMNS);
        var sql =
                "update application a set (" + columns + ", valuation_amount, valuation_date, valuation_by) = (select "
                        + columns + ","
                        + " case when n.securities = a.securities then a.valuation_amount end,"
                        + " case when n.securities = a.securities then a.valuation_date end,"
                        + " case when n.securities = a.securities then a.valuation_by end"
                        + " from jsonb_populate_record(null::application, :data::jsonb) n),"
                        + " updated_at = :at, version = version + 1 where reference = :reference";
        jdbc.sql(sql)
                .param("data", columns(data).toString())
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
        jdbc.sql("delete from application_borrower where reference = :reference")
                .param("reference", reference)
                .update();
        link(reference, borrowerIds);
    }

    @Override
    public long version(String reference) {
        return jdbc.sql("select version from application where reference = :reference")
                .param("reference", reference)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public void touch(String reference, Instant at) {
        jdbc.sql("update application set version = version + 1, updated_at = :at where reference = :reference")
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
    }

    @Override
    public void recordValuation(String reference, BigDecimal amount, @Nullable LocalDate date, String by, Instant at) {
        jdbc.sql("update application set valuation_amount = :amount, valuation_date = :date, valuation_by = :by,"
                        + " updated_at = :at, version = version + 1 where reference = :reference")
                .param("amount", amount)
                .param("date", date)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
        recordEdit(reference, by, at, Set.of("valuation"), true);
    }

    @Override
    public void recordEdit(String reference, String by, Instant at, Set<String> fields, boolean figures) {
        jdbc.sql("insert into application_edit (reference, user_id, at, fields, figures)"
                        + " values (:reference, :by, :at, string_to_array(:fields, ','), :figures)")
                .param("reference", reference)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("fields", String.join(",", fields))
                .param("figures", figures)
                .update();
    }

    @Override
    public boolean hasTouchedFigures(String reference, String userId) {
        return jdbc.sql("select exists (select 1 from application_edit"
                        + " where reference = :reference and user_id = :user and figures)")
                .param("reference", reference)
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<LoanApplication> find(String reference) {
        var ids = jdbc.sql(
                        "select borrower_id from application_borrower where reference = :reference order by position")
                .param("reference", reference)
                .query(Long.class)
                .list();
        return jdbc.sql("select *, jsonb_strip_nulls(to_jsonb(a)) as entered from application a"
                        + " where reference = :reference")
                .param("reference", reference)
                .query((row, number) -> application(row, ids))
                .optional();
    }

    private void link(String reference, List<Long> borrowerIds) {
        for (int i = 0; i < borrowerIds.size(); i++) {
            jdbc.sql("insert into application_borrower (reference, borrower_id, position) values (:reference, :id, :i)")
                    .param("reference", reference)
                    .param("id", borrowerIds.get(i))
                    .param("i", i)
                    .update();
        }
    }

    private ObjectNode columns(ApplicationData data) {
        var columns = (ObjectNode) inputs.write(data);
        columns.remove("borrowers");
        for (var list : List.of("fund_uses", "securities")) {
            if (!columns.has(list)) {
                columns.putArray(list);
            }
        }
        return columns;
    }

    private LoanApplication application(ResultSet row, List<Long> borrowerIds) throws SQLException {
        return new LoanApplication(
                row.getString("reference"),
                entered(row.getString("entered")),
                people.find(PartyKind.BORROWER, borrowerIds),
                valuation(row),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }

    private ApplicationData entered(String stored) {
        try {
            JsonNode tree = json.readTree(stored);
            var data = inputs.tryRead(((ObjectNode) tree).retain(COLUMNS), ApplicationData.class)
                    .value();
            if (data == null) {
                throw new IllegalStateException("A stored application cannot be read");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LoanApplication.@Nullable Valuation valuation(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("valuation_amount");
        return amount == null
                ? null
                : new LoanApplication.Valuation(
                        amount, row.getObject("valuation_date", LocalDate.class), row.getString("valuation_by"));
    }
}
