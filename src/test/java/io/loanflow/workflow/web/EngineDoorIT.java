package io.loanflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.identity.Accounts;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
class EngineDoorIT {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ApplicationContext context;

    Lending lending;
    String businessKey = "";

    String instance = "";
    String task = "";
    Person creditPerson;
    Http admin;
    Http credit;
    Http broker;

    @BeforeAll
    void deployAndLogIn() {
        repository
                .createDeployment()
                .name("doors")
                .enableDuplicateFiltering(true)
                .addClasspathResource("doors/doors.bpmn")
                .addClasspathResource("doors/doorsForm.form")
                .deploy();
        lending = new Lending(context);
        creditPerson = People.someone(accounts, "credit");
        credit = loggedIn(creditPerson);
        admin = loggedIn(People.someone(accounts, "admin"));
        broker = loggedIn(People.someone(accounts, "broker"));
        letCreditReadTheModel();
    }

    private void letCreditReadTheModel() {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("credit");
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("doors");
        grant.setPermissions(new Permission[] {Permissions.READ});
        authorizations.saveAuthorization(grant);
    }

    @BeforeEach
    void startAProcess() {
        businessKey = lending.aLoan().reference();
        instance = runtime.startProcessInstanceByKey("doors", businessKey).getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/engine-rest/user",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/x"
            })
    void showsNoDataToStrangersAndNeverRedirectsThem(String path) {
        var answer = new Http(port).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(new Http(port).post(path, "{}").status()).isEqualTo(401);
    }

    @Test
    void takesEmailAndPasswordAsWellAsATokenAndShowsOnlyWhatTheGroupsMaySee() {
        var basic = new Http(port).basic(creditPerson.email(), People.PASSWORD);

        assertThat(basic.get("/engine-rest/task/" + task).status()).isEqualTo(200);
        assertThat(credit.get("/engine-rest/task?processInstanceId=" + instance).json())
                .hasSize(1);
        assertThat(broker.get("/engine-rest/task?processInstanceId=" + instance).json())
                .isEmpty();
        assertThat(credit.get("/engine-rest/process-instance").json()).isEmpty();
        assertThat(admin.get("/engine-rest/process-instance?processInstanceIds=" + instance)
                        .json())
                .hasSize(1);
        assertThat(new Http(port)
                        .basic(creditPerson.email(), "wrong")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void completesWithTheFieldsOfTheFormAndNothingElse(String call) {
        var smuggled = credit.post(
                "/engine-rest/task/" + task + "/" + call,
                "{\"variables\":{\"decision\":{\"value\":\"approve\"},\"eligible\":{\"value\":true}}}");

        assertThat(smuggled.status()).isEqualTo(400);
        assertThat(smuggled.pointers()).containsExactly("/variables/eligible");
        assertThat(variables()).isZero();

        assertThat(complete(call, "\"decision\":{\"value\":\"approve\"}").status())
                .isLessThan(300);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reference\":{\"value\":\"APP-1\"},\"decision\":{\"value\":\"approve\"}|/variables/reference",
                "\"reason\":{\"value\":\"x\"}|/variables/decision",
                "\"decision\":{\"value\":\"fund\"}|/variables/decision",
                "\"decision\":{\"value\":\"approve\"},\"amount\":{\"value\":\"a lot\"}|/variables/amount",
                "\"decision\":{\"value\":\"approve\"},\"amount\":{\"value\":999}|/variables/amount",
                "\"decision\":{\"value\":\"approve\"},\"sure\":{\"value\":\"yes\"}|/variables/sure",
                "\"decision\":{\"value\":\"approve\"},\"reason\":{\"value\":\"longer than twenty characters\"}|/variables/reason",
                "\"decision\":{\"value\":{\"a\":1}}|/variables/decision",
                "\"decision\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"serializationDataFormat\":\"application/x-java-serialized-object\"}}|/variables/decision"
            })
    void namesWhatIsWrongInAForm(String variables, String pointer) {
        var answer = complete("complete", variables);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(variables()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"gate,422,/sure", "conflict,409,", "race,409,", "bug,500,"})
    void answersARefusalFromInsideTheEngineWithItsOwnStatus(String reason, int status, String pointer) {
        var answer =
                complete("complete", "\"decision\":{\"value\":\"approve\"},\"reason\":{\"value\":\"" + reason + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("secret", "java.", "Exception");
        if (pointer != null) {
            assertThat(answer.pointers()).containsExactly(pointer);
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void hidesTasksOfOthers() {
        var foreign = broker.post("/engine-rest/task/" + task + "/complete", "{}");
        var absent = broker.post("/engine-rest/task/absent/complete", "{}");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
    }

    @Test
    void claimsForOneselfOnly() {
        var other = People.someone(accounts, "credit");

        assertThat(claim(credit, other.id()).status()).isEqualTo(403);
        assertThat(claim(admin, other.id()).status()).isEqualTo(403);
        assertThat(claim(credit, creditPerson.id()).status()).isEqualTo(204);
        assertThat(credit.post("/engine-rest/task/" + task + "/unclaim", "{}").status())
                .isEqualTo(204);
    }

    @Test
    void startsWithDeclaredInputsOnlyAndWithoutShortCuts() {
        var path = "/engine-rest/process-definition/key/doors/start";

        assertThat(admin.post(path, "{\"variables\":{\"reason\":{\"value\":\"x\"}}}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(path, "{\"variables\":{\"eligible\":{\"value\":true}}}")
                        .pointers())
                .containsExactly("/variables/eligible");
        assertThat(admin.post(path, "{\"skipCustomListeners\":true,\"startInstructions\":[]}")
                        .pointers())
                .containsExactlyInAnyOrder("/skipCustomListeners", "/startInstructions");
        assertThat(admin.post("/engine-rest/process-definition/key/absent/start", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(credit.post(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void takesAMessageForOneApplicationWithoutVariablesAndNoneThatPeopleDoNotSend() {
        var path = "/engine-rest/message";

        assertThat(admin.post(path, "{\"messageName\":\"stop\"}").pointers()).containsExactly("/businessKey");
        assertThat(admin.post(path, "{\"messageName\":\"stop\",\"businessKey\":\"x\",\"all\":true}")
                        .pointers())
                .containsExactly("/all");
        assertThat(admin.post(
                                path,
                                "{\"messageName\":\"stop\",\"businessKey\":\"x\",\"processVariables\":{\"eligible\":{\"value\":true}}}")
                        .pointers())
                .containsExactly("/processVariables/eligible");
        var message = "{\"messageName\":\"stop\",\"businessKey\":\"" + businessKey + "\"}";
        assertThat(credit.post(path, message).status()).isEqualTo(409);
        assertThat(admin.post(path, message).status()).isEqualTo(409);
        assertThat(runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventName("stop")
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/process-instance/{instance}/modification|{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Activity_Work\"}]}",
                "POST|/process-instance/{instance}/variables|{\"modifications\":{\"eligible\":{\"value\":true}}}",
                "PUT|/process-instance/{instance}/variables/eligible|{\"value\":true}",
                "PUT|/execution/{instance}/localVariables/eligible|{\"value\":true}",
                "POST|/execution/{instance}/signal|{}",
                "POST|/execution/{instance}/messageSubscriptions/stop/trigger|{}",
                "DELETE|/process-instance/{instance}|",
                "PUT|/process-instance/{instance}/suspended|{\"suspended\":true}",
                "POST|/process-instance/delete|{\"processInstanceIds\":[\"{instance}\"]}",
                "POST|/task/{task}/delegate|{\"userId\":\"x\"}",
                "POST|/task/{task}/resolve|{\"variables\":{\"eligible\":{\"value\":true}}}",
                "PUT|/task/{task}/variables/eligible|{\"value\":true}",
                "POST|/task/{task}/bpmnError|{\"errorCode\":\"x\"}",
                "POST|/task/{task}/identity-links|{\"userId\":\"x\",\"type\":\"candidate\"}",
                "PUT|/task/{task}|{\"name\":\"x\"}",
                "POST|/task/create|{\"name\":\"x\"}",
                "POST|/job/1/execute|",
                "PUT|/job/1/duedate|{}",
                "PUT|/user/me/credentials|{\"password\":\"x\"}",
                "PUT|/user/me/profile|{\"email\":\"x@y.z\"}",
                "POST|/user/create|{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"x\"}}",
                "PUT|/group/admin/members/me|",
                "POST|/authorization/create|{\"type\":1,\"permissions\":[\"ALL\"],\"resourceType\":0,\"resourceId\":\"*\"}",
                "POST|/identity/verify|{\"username\":\"x\",\"password\":\"y\"}",
                "POST|/external-task/fetchAndLock|{\"workerId\":\"x\",\"maxTasks\":1}",
                "POST|/signal|{\"name\":\"x\"}",
                "POST|/condition|{}",
                "POST|/modification/execute|{}",
                "POST|/migration/execute|{}",
                "POST|/decision-definition/key/assessEligibility/evaluate|{}",
                "POST|/deployment/create|{}",
                "DELETE|/deployment/1|",
                "POST|/history/cleanup|",
                "DELETE|/history/process-instance/{instance}|"
            })
    void refusesWhateverMovesWritesOrAdministersEvenToAdmins(String method, String path, String body) {
        var named = path.replace("{instance}", instance).replace("{task}", task);
        var text = body == null ? "" : body.replace("{instance}", instance);

        for (var client : new Http[] {admin, credit}) {
            var answer = client.send(method, "/engine-rest" + named, text, "application/json");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        }
        assertThat(variables()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${execution.getClass()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"#{1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupExpression\":\"x\"}]}]}",
                "{\"assignee\":\"${dateTime()}\"}",
                "{\"taskDefinitionKeyIn\":[\"${now()}\"]}"
            })
    void refusesExpressionsInQueriesAtAnyDepth(String query) {
        assertThat(admin.post("/engine-rest/task", query).status()).isEqualTo(400);
        assertThat(admin.post("/engine-rest/task/count", query).status()).isEqualTo(400);
        assertThat(admin.post(
                                "/engine-rest/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":null,\"query\":" + query + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesExpressionsInQueryParameters() {
        assertThat(admin.get("/engine-rest/task?assigneeExpression=x").status()).isEqualTo(400);
        assertThat(admin.get("/engine-rest/task?assignee=%24%7Bnow()%7D").status())
                .isEqualTo(400);
        assertThat(admin.post("/engine-rest/task?assigneeExpression=x", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void letsPeopleKeepFiltersOfTheirOwnWithTheShippedExpressions() {
        var mine = "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"owner\":\"" + creditPerson.id()
                + "\",\"query\":{\"assigneeExpression\":\"${ currentUser() }\"}}";
        var made = credit.post("/engine-rest/filter/create", mine);
        assertThat(made.status()).isEqualTo(200);
        var path = "/engine-rest/filter/" + made.json().path("id").asText();

        assertThat(credit.get(path + "/list").status()).isEqualTo(200);
        assertThat(credit.post(path + "/list", "{\"orQueries\":[{\"ownerExpression\":\"${now()}\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(broker.get(path).status()).isIn(403, 404);
        assertThat(broker.post("/engine-rest/filter/create", mine).status()).isEqualTo(403);
        assertThat(credit.delete(path).status()).isEqualTo(204);
    }

    @Test
    void shipsTheFiltersThatEverybodyUses() {
        var names = credit.get("/engine-rest/filter").json().findValuesAsText("name");

        assertThat(names)
                .contains("My tasks", "Tasks I can claim", "My groups' tasks")
                .doesNotContain("All tasks");
        assertThat(admin.get("/engine-rest/filter").json().findValuesAsText("name"))
                .contains("All tasks");
        for (var filter :
                credit.get("/engine-rest/filter?name=My%20groups'%20tasks").json()) {
            var found = credit.get("/engine-rest/filter/" + filter.path("id").asText() + "/list");
            assertThat(found.json().findValuesAsText("id")).contains(task);
        }
    }

    @Test
    void boundsEveryListAndEveryBody() {
        assertThat(admin.get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(admin.get("/engine-rest/task?maxResults=1000000").status()).isEqualTo(400);
        assertThat(admin.post("/engine-rest/task?maxResults=1000000", "{}").status())
                .isEqualTo(400);
        assertThat(admin.post("/engine-rest/task", "{\"name\":\"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"variables\":", "[]", "\"x\"", "{\"variables\":{},\"variables\":{}}", "{} {}"})
    void refusesWhatIsNotOneCleanJsonObject(String body) {
        assertThat(credit.post("/engine-rest/task/" + task + "/complete", body).status())
                .isEqualTo(400);
    }

    private Http.Answer complete(String call, String variables) {
        return credit.post("/engine-rest/task/" + task + "/" + call, "{\"variables\":{" + variables + "}}");
    }

    private Http.Answer claim(Http client, String userId) {
        return client.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + userId + "\"}");
    }

    /** Beside what a task shows. */
    private long variables() {
        return runtime.createVariableInstanceQuery().processInstanceIdIn(instance).list().stream()
                .filter(variable -> variable.getTaskId() == null)
                .count();
    }

    private Http loggedIn(Person person) {
        var body = "{\"email\":\"" + person.email() + "\",\"password\":\"" + People.PASSWORD + "\"}";
        var token = new Http(port)
                .post("/api/auth/login", body)
                .json()
                .path("access")
                .asText();
        return new Http(port).bearer(token);
    }
}
