package io.loanflow.application.store;

import io.loanflow.application.ApplicationData;
import io.loanflow.application.Linked;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.people.PartyKind;
import io.loanflow.people.PartyRegister;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications in PostgreSQL. */
@Repository
class JdbcLoanApplications implements LoanApplications {

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final PartyRegister people;

    JdbcLoanApplications(JdbcClient jdbc, ApplicationRows rows, PartyRegister people) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
    }

    @Override
    public boolean add(
            String reference, String processInstanceId, ApplicationData data, Linked people, String by, Instant at) {
        var sql = "insert into application (reference, process_instance_id, created_by, created_at, updated_at, "
                + String.join(", ", ApplicationRows.COLUMNS) + ") select :reference, :instance, :by, :at, :at, "
                + String.join(", ", ApplicationRows.COLUMNS)
                + " from jsonb_populate_record(null::application, :data::jsonb)"
                + " on conflict (reference) do nothing";
        int added = jdbc.sql(sql)
                .param("reference", reference)
                .param("instance", processInstanceId)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("data", rows.columns(data).toString())
                .update();
        if (added == 1) {
            link(reference, people);
        }
        return added == 1;
    }

    @Override
    public void replace(String reference, ApplicationData data, Linked people, Instant at) {
        var columns = String.join(", ", ApplicationRows.COLUMNS);
        var sql = "update application a set (" + columns
                + ", valuation_amount, valuation_date, valuation_by, valuer_id) = (select "
                + columns + ","
                + " case when n.securities = a.securities then a.valuation_amount end,"
                + " case when n.securities = a.securities then a.valuation_date end,"
                + " case when n.securities = a.securities then a.valuation_by end,"
                + " case when n.securities = a.securities then a.valuer_id end"
                + " from jsonb_populate_record(null::application, :data::jsonb) n),"
                + " updated_at = :at, version = version + 1 where reference = :reference";
        jdbc.sql(sql)
                .param("data", rows.columns(data).toString())
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
        for (var table : List.of("application_borrower", "application_guarantor")) {
            jdbc.sql("delete from " + table + " where reference = :reference")
                    .param("reference", reference)
                    .update();
        }
        link(reference, people);
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
    public void recordValuation(String reference, LoanApplication.Valuation valuation, Instant at) {
        jdbc.sql("update application set valuation_amount = :amount, valuation_date = :date, valuation_by = :by,"
                        + " valuer_id = :valuer, updated_at = :at, version = version + 1 where reference = :reference")
                .param("amount", valuation.amount())
                .param("date", valuation.date())
                .param("by", valuation.by())
                .param("valuer", valuation.valuerId())
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
        recordEdit(reference, valuation.by(), at, Set.of("valuation"), true);
    }

    @Override
    public void recordSurvey(String reference, LoanApplication.@Nullable Survey survey, Instant at) {
        jdbc.sql("update application set survey_amount = :amount, survey_date = :date,"
                        + " quantity_surveyor_id = :surveyor, updated_at = :at, version = version + 1"
                        + " where reference = :reference")
                .param("amount", survey == null ? null : survey.amount())
                .param("date", survey == null ? null : survey.date())
                .param("surveyor", survey == null ? null : survey.quantitySurveyorId())
                .param("at", Timestamp.from(at))
                .param("reference", reference)
                .update();
    }

    @Override
    public List<String> of(PartyKind kind, long partyId) {
        return jdbc.sql("select reference from " + table(kind) + " where " + kind.word()
                        + "_id = :id order by reference")
                .param("id", partyId)
                .query(String.class)
                .list();
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
                        + " where reference = :reference and user_id = :user and figures)"
                        + " or exists (select 1 from application_borrower p join borrower w on w.id = p.borrower_id"
                        + " where p.reference = :reference and :user = any(w.figures_by))"
                        + " or exists (select 1 from application_guarantor p join guarantor w on w.id = p.guarantor_id"
                        + " where p.reference = :reference and :user = any(w.figures_by))")
                .param("reference", reference)
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<LoanApplication> find(String reference) {
        return jdbc.sql("select *, jsonb_strip_nulls(to_jsonb(a)) as entered,"
                        + " array(select borrower_id from application_borrower p where p.reference = a.reference"
                        + " order by position) as borrowers,"
                        + " array(select guarantor_id from application_guarantor p where p.reference = a.reference"
                        + " order by position) as guarantors"
                        + " from application a where reference = :reference")
                .param("reference", reference)
                .query((row, number) -> rows.read(row))
                .optional()
                .map(this::application);
    }

    private void link(String reference, Linked people) {
        link(reference, PartyKind.BORROWER, people.borrowers());
        link(reference, PartyKind.GUARANTOR, people.guarantors());
    }

    private void link(String reference, PartyKind kind, List<Long> ids) {
        var sql = "insert into " + table(kind) + " (reference, " + kind.word() + "_id, position)"
                + " values (:reference, :id, :i)";
        for (int i = 0; i < ids.size(); i++) {
            jdbc.sql(sql)
                    .param("reference", reference)
                    .param("id", ids.get(i))
                    .param("i", i)
                    .update();
        }
    }

    private static String table(PartyKind kind) {
        return "application_" + kind.word();
    }

    private LoanApplication application(ApplicationRows.Stored row) {
        return row.application()
                .with(
                        people.find(PartyKind.BORROWER, row.people().borrowers()),
                        people.find(PartyKind.GUARANTOR, row.people().guarantors()));
    }
}
