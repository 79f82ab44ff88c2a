package io.loanflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whichever door a task is completed at, the same people may, and the same gates answer. */
@LoanflowIT
@Tag("task")
@TestInstance(Lifecycle.PER_CLASS)
class CompletionDoorsIT {

    private static final String DECIDE = "Activity_DecideCredit";
    private static final String INVISIBLE =
            "\\u00a0\\u200b\\u2060\\ufeff\\u00ad\\u202e\\u3164\\u2003\\u0001\\udb40\\udc20";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;

    @BeforeAll
    void gatherPeople() {
        lending = new Lending(context);
    }

    private enum Door {
        THE_API("/api/tasks/%s/complete"),
        COMPLETION("/engine-rest/task/%s/complete"),
        SUBMISSION("/engine-rest/task/%s/submit-form"),
        TASKLIST("/camunda/api/engine/engine/default/task/%s/submit-form");

        private final String path;

        Door(String path) {
            this.path = path;
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void opensNoGateForSmuggledAnswers(Door door) {
        var loan = refusedByTheRules();

        for (var smuggled : List.of("eligible", "valuationOutstanding", "fourEyes", "approvalExpiresAt")) {
            var answer = complete(door, "credit", loan, "decision", "\"approve\"", smuggled, "true");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(codes(answer)).containsExactly("unknown_field");
        }
        var plain = complete(door, "credit", loan, "decision", "\"approve\"");

        assertThat(plain.status()).isEqualTo(422);
        assertThat(codes(plain)).contains("serviceability_too_low", "lvr_too_high");
        loan.isIn("processing").waitsAt(DECIDE);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void keepsFourEyesForAdminsToo(Door door) {
        var loan = lending.handedInBy("admin", application -> application).movedBy("broker", "processing");

        var answer = complete(door, "admin", loan, "decision", "\"approve\"");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(codes(answer)).containsExactly("four_eyes");
        loan.isIn("processing");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void isForThePeopleOfTheTask(Door door) {
        var loan = lending.aLoan().movedBy("broker", "processing");

        for (var group : List.of("bd", "broker", "accounts")) {
            assertThat(complete(door, group, loan, "decision", "\"approve\"").status())
                    .as(group)
                    .isEqualTo(404);
        }
        loan.isIn("processing");
        assertThat(complete(door, "credit", loan, "decision", "\"approve\"", "termsAmount", "\"380000.50\"")
                        .status())
                .isEqualTo(204);
        loan.isIn("approved");
        assertThat(variablesOf(loan)).isSubsetOf("approvalExpiresAt", "eligible", "valuationOutstanding");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void namesTheSameMistakesOfADecision(Door door) {
        var loan = lending.aLoan().movedBy("broker", "processing");

        var terms = complete(door, "credit", loan, "decision", "\"approve\"", "termsAmount", "\"-5\"");
        assertThat(terms.status()).isEqualTo(400);
        assertThat(terms.pointers()).containsExactly("/terms/amount");
        var comma = complete(door, "credit", loan, "decision", "\"approve\"", "termsAmount", "\"12,5\"");
        assertThat(comma.status()).isEqualTo(400);
        assertThat(codes(comma)).containsExactly("wrong_type");
        var reason = complete(door, "credit", loan, "decision", "\"decline\"");
        assertThat(reason.status()).isEqualTo(422);
        assertThat(reason.pointers()).containsExactly("/reason");
        loan.isIn("processing");
    }

    /** Whoever reads the record would see no reason, so none was given. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void takesNoReasonThatNobodyCanSee(Door door) {
        var loan = refusedByTheRules();
        var invisible = "\"" + INVISIBLE + "\"";

        var override = complete(door, "credit", loan, "decision", "\"approve\"", "overrideReason", invisible);
        var reason = complete(door, "credit", loan, "decision", "\"decline\"", "reason", invisible);

        assertThat(override.status()).as(override.text()).isEqualTo(422);
        assertThat(codes(override)).contains("serviceability_too_low", "lvr_too_high");
        assertThat(reason.status()).as(reason.text()).isEqualTo(422);
        assertThat(reason.pointers()).containsExactly("/reason");
        loan.isIn("processing").waitsAt(DECIDE);
    }

    @Test
    void takesNoReasonThatNobodyCanSeeWithAMoveNorAMessage() {
        var loan = refusedByTheRules();

        var move = LogIn.api(port, lending.team().email("credit"))
                .post(
                        "/api/applications/" + loan.reference() + "/transitions",
                        "{\"to\":\"approved\",\"override_reason\":\"" + INVISIBLE + "\"}");
        assertThat(move.status()).as(move.text()).isEqualTo(422);
        assertThat(codes(move)).contains("serviceability_too_low", "lvr_too_high");
        for (var answer : List.of(transition("bd", loan, INVISIBLE), withdraw("bd", loan, INVISIBLE))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/reason");
        }
        loan.isIn("processing");
    }

    /** Where no reason is needed, one that nobody can see is not kept either. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void keepsNoReasonThatNobodyCanSee(Door door) {
        var loan = lending.aLoan().movedBy("broker", "processing");

        var answer = complete(
                door,
                "credit",
                loan,
                "decision",
                "\"approve\"",
                "reason",
                "\"" + INVISIBLE + "\"",
                "termsConditions",
                "\"" + INVISIBLE + "\"");

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        loan.isIn("approved");
        assertThat(lending.database()
                        .sql("select count(h.reason) + (select count(*) from approval_condition c"
                                + " join approval a on a.id = c.approval_id where a.reference = h.reference)"
                                + " from stage_history h where h.reference = ? group by h.reference")
                        .param(loan.reference())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void respectsWhoHasClaimedTheTask(Door door) {
        var loan = lending.aLoan().movedBy("broker", "processing");
        var task = loan.task(DECIDE).id();
        var credit = LogIn.api(port, lending.team().email("credit"));
        var admin = client(door, "admin");
        assertThat(credit.post("/api/tasks/" + task + "/claim", "{}").status()).isEqualTo(200);

        var answer = complete(door, "admin", loan, "decision", "\"decline\"", "reason", "\"no\"");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("assignee").asText())
                .isEqualTo(lending.team().member("credit").userId());
        var self = "{\"userId\":\"" + lending.team().member("admin").userId() + "\"}";
        for (var call : door == Door.THE_API ? List.of("claim") : List.of("claim", "assignee")) {
            var path = door.path.formatted(task).replaceAll("[^/]+$", call);
            assertThat(admin.post(path, door == Door.THE_API ? "{}" : self).status())
                    .as(call)
                    .isEqualTo(409);
        }
        loan.isIn("processing");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void recordsTheTicksOfTheChecklist(Door door) {
        var loan = lending.aLoan()
                .movedBy("broker", "processing")
                .movedBy("credit", "approved")
                .movedBy("bd", "settlement");
        var task = loan.task("Activity_SettlementChecklist").id();

        var answer = client(door, "bd")
                .post(door.path.formatted(task), body(door, "documents_stored", "true", "title_searched", "false"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(loan.shownAt("Activity_SettlementChecklist"))
                .containsEntry("documents_stored", true)
                .containsEntry("title_searched", false);
    }

    @Test
    void withdrawsByMessageWithAReasonOnly() {
        var loan = lending.aLoan();

        assertThat(withdraw("admin", loan, null).status()).isEqualTo(422);
        assertThat(withdraw("admin", loan, null).pointers()).containsExactly("/reason");
        assertThat(transition("admin", loan, null).pointers()).containsExactly("/reason");
        for (var group : List.of("credit", "accounts")) {
            assertThat(withdraw(group, loan, "no").status()).isIn(403, 404);
        }
        assertThat(withdraw("credit", loan, "no").status())
                .isEqualTo(transition("credit", loan, "no").status());
        loan.isIn("inquiry");
        assertThat(withdraw("admin", loan, "found another lender").status()).isEqualTo(204);
        loan.isIn("withdrawn");
        assertThat(variablesOf(loan)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "client"})
    void doesNotSayWhetherAForeignApplicationIsThere(String group) {
        var loan = new Lending(context).aLoan();

        var there = withdraw(group, loan, "x");
        var absent = LogIn.api(port, lending.team().email(group))
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"applicationWithdrawn\",\"businessKey\":\"APP-00000000\"}");

        assertThat(there.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(transition(group, loan, "x").status()).isEqualTo(404);
    }

    private Loan refusedByTheRules() {
        return lending.aLoan(application -> application.put("loan_amount", 90_000_000))
                .movedBy("broker", "processing");
    }

    private Answer withdraw(String group, Loan loan, String reason) {
        var variables = reason == null ? "" : "\"reason\":{\"value\":\"" + reason + "\"}";
        return LogIn.api(port, lending.team().email(group))
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"applicationWithdrawn\",\"businessKey\":\"" + loan.reference()
                                + "\",\"processVariables\":{" + variables + "}}");
    }

    private Answer transition(String group, Loan loan, String reason) {
        var because = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
        return LogIn.api(port, lending.team().email(group))
                .post(
                        "/api/applications/" + loan.reference() + "/transitions",
                        "{\"to\":\"withdrawn\"" + because + "}");
    }

    private Answer complete(Door door, String group, Loan loan, String... fields) {
        return client(door, group).post(door.path.formatted(loan.task(DECIDE).id()), body(door, fields));
    }

    private Http client(Door door, String group) {
        var email = lending.team().email(group);
        return door == Door.TASKLIST ? LogIn.tasklist(port, email) : LogIn.api(port, email);
    }

    private static String body(Door door, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(fields[i])
                    .append("\":")
                    .append(door == Door.THE_API ? fields[i + 1] : "{\"value\":" + fields[i + 1] + "}");
        }
        return door == Door.THE_API ? "{" + body + "}" : "{\"variables\":{" + body + "}}";
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().path("violations").spliterator(), false)
                .map(violation -> violation.path("code").asText())
                .toList();
    }

    private List<String> variablesOf(Loan loan) {
        return lending.database()
                .sql("select v.name_ from act_ru_variable v join application a"
                        + " on a.process_instance_id = v.proc_inst_id_ where v.task_id_ is null and a.reference = ?")
                .param(loan.reference())
                .query(String.class)
                .list();
    }
}
