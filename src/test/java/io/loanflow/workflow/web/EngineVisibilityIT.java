package io.loanflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** At the engine's own doors nobody finds what the API would not show them. */
@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
class EngineVisibilityIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;
    Loan loan;
    String instance = "";
    String task = "";
    Http foreignBroker;
    Http client;

    @BeforeEach
    void makeAForeignLoan() {
        if (lending != null) {
            return;
        }
        lending = new Lending(context);
        loan = lending.aLoan();
        task = loan.task("Activity_CompleteInquiry").id();
        instance = lending.database()
                .sql("select process_instance_id from application where reference = ?")
                .param(loan.reference())
                .query(String.class)
                .single();
        var others = new Lending(context).team();
        foreignBroker = LogIn.api(port, others.email("broker"));
        client = LogIn.api(port, others.email("client"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/task?processInstanceBusinessKey={reference}",
                "/process-instance",
                "/process-instance?businessKey={reference}",
                "/execution",
                "/variable-instance",
                "/event-subscription",
                "/job",
                "/incident",
                "/external-task",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/task",
                "/history/variable-instance",
                "/history/detail",
                "/history/incident",
                "/history/job-log",
                "/history/user-operation",
                "/history/identity-link-log",
                "/history/decision-instance",
                "/authorization",
                "/user",
                "/user?memberOfGroup=broker",
                "/identity/groups?userId={broker}",
                "/deployment"
            })
    void listsNothingForeign(String path) {
        for (var person : new Http[] {foreignBroker, client}) {
            var answer = person.get("/engine-rest" + named(path));
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.text())
                    .doesNotContain(
                            loan.reference(),
                            instance,
                            task,
                            lending.team().member("broker").userId(),
                            lending.team().email("broker"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/count?processInstanceId={instance}",
                "/process-instance/count?processInstanceIds={instance}",
                "/execution/count?processInstanceId={instance}",
                "/variable-instance/count?processInstanceIdIn={instance}",
                "/history/process-instance/count?processInstanceId={instance}",
                "/history/activity-instance/count?processInstanceId={instance}",
                "/history/task/count?processInstanceId={instance}",
                "/user/count?memberOfGroup=admin"
            })
    void countsNothingForeign(String path) {
        for (var person : new Http[] {foreignBroker, client}) {
            var answer = person.get("/engine-rest" + named(path));
            assertThat(answer.json().path("count").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}",
                "/task/{task}/form",
                "/task/{task}/deployed-form",
                "/task/{task}/form-variables",
                "/task/{task}/variables",
                "/task/{task}/localVariables",
                "/task/{task}/localVariables/borrowers",
                "/task/{task}/identity-links",
                "/process-instance/{instance}",
                "/process-instance/{instance}/variables",
                "/process-instance/{instance}/activity-instances",
                "/execution/{instance}",
                "/execution/{instance}/localVariables",
                "/history/process-instance/{instance}",
                "/user/{broker}/profile"
            })
    void opensNothingForeign(String path) {
        for (var person : new Http[] {foreignBroker, client}) {
            var answer = person.get("/engine-rest" + named(path));
            assertThat(answer.status()).as(answer.text()).isIn(400, 403, 404);
            assertThat(answer.text()).doesNotContain(loan.reference(), "Ann Borrower");
        }
    }

    @Test
    void letsNoForeignerTouchTheTask() {
        for (var call : new String[] {"complete", "submit-form", "claim", "unclaim", "assignee", "comment/create"}) {
            assertThat(foreignBroker
                            .post("/engine-rest/task/" + task + "/" + call, "{}")
                            .status())
                    .as(call)
                    .isEqualTo(404);
        }
    }

    @Test
    void passesATaskToTheNewBrokerWithItsAuthorizations() {
        var moved = lending.aLoan();
        var moving = moved.task("Activity_CompleteInquiry").id();
        var path = "/engine-rest/task/" + moving;
        var successor = new Lending(context).team();
        var before = LogIn.api(port, lending.team().email("broker"));
        var after = LogIn.api(port, successor.email("broker"));
        assertThat(before.post("/api/tasks/" + moving + "/claim", "{}").status())
                .isEqualTo(200);
        assertThat(after.get(path).status()).isEqualTo(404);

        moved.patched("bd", "{\"broker_id\": " + successor.brokerId() + "}");

        assertThat(before.get(path).status()).isEqualTo(404);
        assertThat(before.get("/engine-rest/task/count?processInstanceBusinessKey=" + moved.reference())
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(before.get("/api/tasks/" + moving).status()).isEqualTo(404);
        assertThat(grants(moving, lending.team().member("broker").userId())).isZero();
        assertThat(after.get(path).status()).isEqualTo(200);
        assertThat(after.get(path).json().path("assignee").isNull()).isTrue();
        assertThat(grants(moving, successor.member("broker").userId())).isPositive();
        assertThat(after.post(path + "/complete", "{}").status()).isEqualTo(204);
        moved.isIn("processing");
    }

    private String named(String path) {
        return path.replace("{task}", task)
                .replace("{instance}", instance)
                .replace("{reference}", loan.reference())
                .replace("{broker}", lending.team().member("broker").userId());
    }

    private long grants(String taskId, String userId) {
        return lending.database()
                .sql("select count(*) from act_ru_authorization where resource_id_ = ? and user_id_ = ?")
                .param(taskId)
                .param(userId)
                .query(Long.class)
                .single();
    }
}
