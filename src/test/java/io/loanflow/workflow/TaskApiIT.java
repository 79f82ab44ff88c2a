package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tasks over the API: who sees them, claims them, completes them. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("task")
class TaskApiIT {

    private final Lending lending;
    private final Api api;

    @Autowired
    TaskApiIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @Test
    void offersTheInquiryToItsBrokerAndBdmOnly() {
        var task = lending.aLoan().task("Activity_CompleteInquiry").id();

        assertThat(references(api.as("broker"))).contains(task);
        assertThat(references(api.as("bd"))).contains(task);
        assertThat(references(new Api(lending.spring(), new Lending(lending.spring()).team()).as("broker")))
                .doesNotContain(task);
        assertThat(api.as("credit").get("/api/tasks/" + task).status()).isEqualTo(404);
        assertThat(api.as("admin").get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(api.anonymous().get("/api/tasks/" + task).status()).isEqualTo(401);
    }

    @Test
    void showsWhatIsNeededToDecideAndTakesOnlyTheDecision() {
        var loan = lending.aLoan().reaches("processing");
        var task = api.as("credit")
                .get("/api/tasks/" + loan.task("Activity_DecideCredit").id())
                .json();

        assertThat(task.at("/shown/reference").asText()).isEqualTo(loan.reference());
        assertThat(task.at("/shown/borrowers").asText()).isEqualTo("Ann Borrower");
        assertThat(task.at("/shown/loanAmount").asText()).isEqualTo("$400,000.00");
        assertThat(task.at("/shown/eligibility").asText())
                .contains("loan to value 50 %", "Income $180,000.00 a year", "security value $800,000.00");
        assertThat(task.path("fields").findValuesAsText("key"))
                .contains("decision", "reason", "overrideReason")
                .doesNotContain("reference", "borrowers");
    }

    @Test
    void completesWithTheFormsFieldsAndRefusesOthers() {
        var loan = lending.aLoan().reaches("processing");
        var path = "/api/tasks/" + loan.task("Activity_DecideCredit").id() + "/complete";

        var forged = api.as("credit").post(path, "{\"decision\": \"approve\", \"eligible\": true, \"x\": {}}");
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.pointers()).containsExactlyInAnyOrder("/eligible", "/x");
        assertThat(api.as("credit")
                        .post(path, "{\"decision\": \"approve\", \"termsAmount\": \"-5\"}")
                        .pointers())
                .containsExactly("/terms/amount");
        loan.isIn("processing");

        assertThat(api.as("credit")
                        .post(path, "{\"decision\": \"approve\", \"termsAmount\": \"390000\"}")
                        .status())
                .isEqualTo(204);
        loan.isIn("approved");
        assertThat(api.as("credit").post(path, "{\"decision\": \"approve\"}").status())
                .isEqualTo(404);
    }

    @Test
    void aClaimedTaskIsTheClaimersAlone() {
        var loan = lending.aLoan().reaches("processing");
        var path = "/api/tasks/" + loan.task("Activity_DecideCredit").id();

        assertThat(api.as("credit")
                        .post(path + "/claim", "")
                        .json()
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(api.as("admin").post(path + "/claim", "").status()).isEqualTo(409);
        assertThat(api.as("admin")
                        .post(path + "/complete", "{\"decision\": \"approve\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.as("credit")
                        .post(path + "/unclaim", "")
                        .json()
                        .path("assignee")
                        .isNull())
                .isTrue();
    }

    @Test
    void aValuationIsRecordedByItsForm() {
        var loan = lending.aLoan(application -> {
            application.withArray("/securities").addObject().put("property_type", "land");
            return application;
        });
        loan.movedBy("broker", "processing");
        var path = "/api/tasks/" + loan.task("Activity_ReviewValuation").id() + "/complete";

        assertThat(api.as("bd").post(path, "{}").status()).isEqualTo(400);
        assertThat(api.as("bd").post(path, "{\"valuationAmount\": \"-1\"}").status())
                .isEqualTo(400);
        assertThat(api.as("bd")
                        .post(path, "{\"valuationAmount\": \"900000.50\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.as("credit")
                        .get("/api/applications/" + loan.reference())
                        .json()
                        .at("/valuation/amount")
                        .decimalValue())
                .isEqualByComparingTo("900000.50");
    }

    @Test
    void theTaskFollowsTheBroker() {
        var loan = lending.aLoan();
        var task = loan.task("Activity_CompleteInquiry").id();
        var other = new Lending(lending.spring());
        var otherApi = new Api(lending.spring(), other.team());

        loan.patched("bd", "{\"broker_id\": " + other.team().brokerId() + "}");

        assertThat(references(otherApi.as("broker"))).contains(task);
        assertThat(references(api.as("broker"))).doesNotContain(task);
        assertThat(lending.database()
                        .sql("select count(*) from act_ru_authorization where user_id_ = ? and resource_id_ = ?")
                        .params(lending.team().member("broker").userId(), task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingThatWasEnteredStaysInTheEngine() {
        var loan = lending.aLoan().reaches("processing").movedBy("bd", "inquiry", "payslips of Ann are missing");

        var variables = lending.database()
                .sql(
                        "select v.name_ from act_ru_variable v join application a on a.process_instance_id = v.proc_inst_id_"
                                + " where a.reference = ? and v.task_id_ is null")
                .param(loan.reference())
                .query(String.class)
                .list();
        assertThat(variables).containsExactlyInAnyOrder("eligible", "valuationOutstanding");
        assertThat(count("act_hi_varinst") + count("act_hi_detail") + count("act_hi_dec_in"))
                .isZero();
    }

    private long count(String table) {
        return lending.database()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static java.util.List<String> references(Http client) {
        return client.get("/api/tasks?size=100").json().path("items").findValuesAsText("id");
    }
}
