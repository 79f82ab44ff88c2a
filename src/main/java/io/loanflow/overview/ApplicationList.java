package io.loanflow.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Conditions;
import io.loanflow.platform.Page;
import io.loanflow.workflow.Lifecycles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the applications that somebody may see. */
@Component
public class ApplicationList {

    /** Fields to sort by, and the SQL that they stand for. */
    public static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("reference", "a.reference"),
            Map.entry("stage", "array_position(string_to_array(:stages, ','), s.stage::text)"),
            Map.entry("stage_since", "s.since"),
            Map.entry("application_type", "a.application_type"),
            Map.entry("loan_amount", "a.loan_amount"),
            Map.entry("loan_term", "a.loan_term"),
            Map.entry("interest_rate", "a.interest_rate"),
            Map.entry("repayment_frequency", "a.repayment_frequency"),
            Map.entry("estimated_settlement_date", "a.estimated_settlement_date"),
            Map.entry("created_at", "a.created_at"),
            Map.entry("updated_at", "a.updated_at"));

    /** Newest first. */
    public static final String USUAL_ORDER = "a.created_at desc, a.reference";

    private static final TypeReference<List<ApplicationSummary.Named>> PEOPLE = new TypeReference<>() {};

    private static final String FROM = " from application a"
            + " join stage_board s on s.reference = a.reference"
            + " left join broker b on b.id = a.broker_id"
            + " left join bdm m on m.id = a.bdm_id"
            + " left join branch o on o.id = a.branch_id where ";

    /** A borrower does not hear of those who borrow with them. */
    private static final String KNOWN = "('user:' || w.user_id in (:principals) or exists"
            + " (select 1 from application_audience k where k.reference = a.reference"
            + " and k.principal in (:principals) and k.capacity <> 'client'))";

    private static final String COLUMNS = "select a.*, s.stage, s.stage_name, s.since,"
            + " b.first_name || ' ' || b.last_name as broker_name, m.name as bdm_name, o.name as branch_name,"
            + " (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by p.position), '[]')"
            + " from application_borrower p join borrower w on w.id = p.borrower_id"
            + " where p.reference = a.reference and " + KNOWN + ") as borrowers";

    private static final String SEARCH = "(a.reference ilike :search or a.purpose ilike :search"
            + " or b.first_name || ' ' || b.last_name ilike :search or b.email ilike :search"
            + " or exists (select 1 from application_borrower p join borrower w on w.id = p.borrower_id"
            + " where p.reference = a.reference and " + KNOWN
            + " and (w.name ilike :search or w.email ilike :search)))";

    private static final String PROCESS = "loanOrigination";

    private final JdbcClient jdbc;
    private final Lifecycles lifecycles;
    private final ObjectMapper json;
    private final Clock clock;

    ApplicationList(JdbcClient jdbc, Lifecycles lifecycles, ObjectMapper json, Clock clock) {
        this.lifecycles = lifecycles;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One page of what the viewer may see.
     *
     * @param orderBy SQL made only of {@link #SORTABLE} and {@link #USUAL_ORDER}
     */
    public Page<ApplicationSummary> page(Viewer viewer, ApplicationFilter filter, String orderBy, int page, int size) {
        var conditions = conditions(viewer, filter);
        return page(conditions.sql(), conditions.parameters(), orderBy, page, size);
    }

    /**
     * One page of those that a borrower or guarantor takes part in and the viewer may see.
     *
     * @param kind {@code borrower} or {@code guarantor}, never what somebody entered
     * @param orderBy as for {@link #page}
     */
    public Page<ApplicationSummary> ofParty(String kind, long id, Viewer viewer, String orderBy, int page, int size) {
        var where = Visibility.on("a.reference") + " and a.reference in (select p.reference from application_" + kind
                + " p where p." + kind + "_id = :party)";
        return page(where, Map.of("principals", viewer.principals(), "party", id), orderBy, page, size);
    }

    private Page<ApplicationSummary> page(
            String where, Map<String, Object> parameters, String orderBy, int page, int size) {
        long total = jdbc.sql("select count(*)" + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql(COLUMNS + FROM + where + " order by " + orderBy + " limit :size offset :offset")
                .params(parameters)
                .param("stages", orderBy.contains(":stages") ? String.join(",", stagesInOrder()) : "")
                .param("size", size)
                .param("offset", (page - 1L) * size)
                .query(this::summary)
                .list();
        return new Page<>(items, page, size, total);
    }

    /** Every stage that an application can be in, as the models order them. */
    public List<String> stagesInOrder() {
        return lifecycles.stagesInOrder(PROCESS);
    }

    private Conditions conditions(Viewer viewer, ApplicationFilter filter) {
        var zone = clock.getZone();
        var conditions = new Conditions(Visibility.on("a.reference"))
                .with("principals", viewer.principals())
                .narrow("s.stage = :stage", "stage", filter.stage())
                .narrow("a.application_type = :type", "type", filter.applicationType())
                .narrow("a.repayment_frequency = :frequency", "frequency", filter.repaymentFrequency())
                .narrow("a.broker_id = :broker", "broker", filter.brokerId())
                .narrow("a.bdm_id = :bdm", "bdm", filter.bdmId())
                .narrow("a.branch_id = :branch", "branch", filter.branchId())
                .narrow("a.created_at >= :from", "from", Conditions.startOf(filter.createdFrom(), 0, zone))
                .narrow("a.created_at < :to", "to", Conditions.startOf(filter.createdTo(), 1, zone))
                .narrow("a.loan_amount >= :least", "least", filter.loanAmountMin())
                .narrow("a.loan_amount <= :most", "most", filter.loanAmountMax())
                .narrow("a.interest_rate >= :lowest", "lowest", filter.interestRateMin())
                .narrow("a.interest_rate <= :highest", "highest", filter.interestRateMax())
                .narrow(SEARCH, "search", Conditions.searched(filter.search()));
        return filter.includeClosed() ? conditions : conditions.and("s.open");
    }

    private ApplicationSummary summary(ResultSet row, int number) throws SQLException {
        return new ApplicationSummary(
                row.getString("reference"),
                row.getString("stage"),
                row.getString("stage_name"),
                row.getTimestamp("since").toInstant(),
                row.getString("application_type"),
                row.getString("purpose"),
                row.getBigDecimal("loan_amount"),
                row.getObject("loan_term", Integer.class),
                row.getBigDecimal("interest_rate"),
                row.getString("repayment_frequency"),
                row.getString("product"),
                row.getObject("estimated_settlement_date", LocalDate.class),
                named(row, "broker"),
                named(row, "bdm"),
                named(row, "branch"),
                people(row.getString("borrowers")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }

    private static ApplicationSummary.@Nullable Named named(ResultSet row, String role) throws SQLException {
        var id = row.getObject(role + "_id", Long.class);
        return id == null ? null : new ApplicationSummary.Named(id, row.getString(role + "_name"));
    }

    private List<ApplicationSummary.Named> people(String stored) {
        try {
            return json.readValue(stored, PEOPLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
