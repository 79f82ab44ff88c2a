package io.loanflow.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.ApplicationMoves;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.LoanOrigination;
import io.loanflow.application.Settlement;
import io.loanflow.application.Terms;
import io.loanflow.identity.CurrentUser;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import io.loanflow.workflow.Transitions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes applications in the running system, through the same services that the doors use. */
public final class Lending {

    private static final JsonMapper JSON = new JsonMapper();

    final ApplicationContext context;
    final Team team;

    public Lending(ApplicationContext context) {
        this.context = context;
        this.team = new Team(context);
    }

    public Team team() {
        return team;
    }

    /** A complete application of the team's broker, in its first stage. */
    public Loan aLoan() {
        return aLoan(application -> application);
    }

    /** The same with something changed before it is handed in. */
    public Loan aLoan(UnaryOperator<ObjectNode> change) {
        return handedInBy("broker", change);
    }

    public Loan handedInBy(String group, UnaryOperator<ObjectNode> change) {
        var application = complete();
        application.put("broker_id", team.brokerId()).put("bdm_id", team.bdmId());
        var json = change.apply(application).toString();
        var reference = bean(CurrentUser.class)
                .as(team.member(group), () -> bean(LoanOrigination.class).start(json));
        return new Loan(this, reference);
    }

    /**
     * A loan whose money is out, without the way there: approved on what was applied for, and put by the engine before the step
     * that makes the loan. For tests that need many.
     */
    public Loan aFundedLoan(UnaryOperator<ObjectNode> change) {
        return fund(aLoan(change)).isIn("funded");
    }

    /** The step that makes the loan, on what was applied for. */
    public Loan fund(Loan loan) {
        var reference = loan.reference();
        var data = bean(LoanApplications.class).find(reference).orElseThrow().data();
        var terms = new Terms(data.loanAmount(), data.loanTerm(), data.interestRate(), null, List.of());
        var clock = bean(Clock.class);
        bean(ApprovalRegister.class)
                .add(reference, terms, LocalDate.now(clock).plusDays(30), null, "nobody", clock.instant());
        var runtime = bean(RuntimeService.class);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .singleResult();
        runtime.createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("Activity_Origination")
                .startBeforeActivity("Activity_RecordFunding")
                .execute();
        return loan;
    }

    /** What a complete application says, as JSON of the API. */
    public static ObjectNode complete() {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"application_type": "residential", "purpose": "a house to live in",
                     "loan_amount": 400000, "loan_term": 360, "interest_rate": 5.5, "repayment_frequency": "monthly",
                     "borrowers": [{"kind": "person", "first_name": "Ann", "last_name": "Borrower",
                       "date_of_birth": "1985-03-14", "email": "ann@example.com", "phone": "0412345678",
                       "annual_income": 180000, "monthly_expenses": 3000,
                       "residential_address": {"street_number": "12", "street_name": "George Street",
                         "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}],
                     "securities": [{"property_type": "residential", "occupancy": "owner_occupied",
                       "estimated_value": 800000}]}
                    """);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Codes of an application's checklist. */
    public List<String> checklist(Loan loan) {
        return settlement().checklist(loan.reference()).stream()
                .map(Settlement.Item::code)
                .toList();
    }

    /** A complete application as JSON with something changed. */
    public String json(Consumer<ObjectNode> change) {
        var application = complete();
        change.accept(application);
        return application.toString();
    }

    public ApplicationContext spring() {
        return context;
    }

    /** For looking at rows past the services. */
    public JdbcClient database() {
        return jdbc();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    CurrentUser users() {
        return bean(CurrentUser.class);
    }

    ApplicationMoves moves() {
        return bean(ApplicationMoves.class);
    }

    Positions positions() {
        return bean(Positions.class);
    }

    Transitions transitions() {
        return bean(Transitions.class);
    }

    Tasks tasks() {
        return bean(Tasks.class);
    }

    Settlement settlement() {
        return bean(Settlement.class);
    }

    ManagementService management() {
        return bean(ManagementService.class);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }
}
