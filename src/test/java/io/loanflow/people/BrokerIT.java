package io.loanflow.people;

import static io.loanflow.people.Directories.id;
import static io.loanflow.people.Directories.patch;
import static io.loanflow.people.Directories.withoutInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.secrets.Secret;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** What brokers see of themselves, who their log-in is, and what changes with it. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
@ExtendWith(OutputCaptureExtension.class)
class BrokerIT {

    private static final String ACCOUNT =
            "{\"bank\": \"Big Bank\", \"name\": \"B Brook\", \"bsb\": \"062-000\", \"number\": \"1234 56789\"}";

    private final ApplicationContext context;
    private final Directories directories;

    @Autowired
    BrokerIT(ApplicationContext context) {
        this.context = context;
        this.directories = new Directories(context);
    }

    @Test
    void seeThemselvesTheirBranchAndTheirBdms() {
        var branch = directories.branch();
        var bdm = directories.bdm(", \"branch_id\": " + id(directories.branch()));
        var person = directories.members.in("broker");
        var own = directories.broker(", \"branch_id\": " + id(branch) + ", \"bdm_ids\": [" + id(bdm)
                + "], \"user_id\": \"" + person.id() + "\"");
        var foreign = directories.broker("");
        var caller = directories.as(person);

        var read = caller.get(own).json();
        assertThat(read.at("/branch/id").asInt()).isEqualTo(id(branch));
        assertThat(read.at("/branch/name").asText()).isNotBlank();
        assertThat(read.at("/bdms/0/id").asInt()).isEqualTo(id(bdm));
        assertThat(read.at("/bdms/0/name").asText()).isNotBlank();
        for (var path : List.of(own, branch, bdm)) {
            var list = caller.get(path.substring(0, path.lastIndexOf('/'))).json();
            assertThat(list.path("total").asInt()).as(path).isEqualTo(1);
            assertThat(list.at("/items/0/id").asInt()).as(path).isEqualTo(id(path));
            assertThat(patch(caller, path, "{\"phone\": \"0398765432\"}").status())
                    .isEqualTo(403);
            assertThat(caller.delete(path).status()).isEqualTo(403);
        }
        for (var path : List.of(foreign, directories.branch(), directories.bdm(""))) {
            var absent = path.replaceAll("\\d+$", "999999999");
            assertThat(withoutInstance(caller.get(path))).isEqualTo(withoutInstance(caller.get(absent)));
            assertThat(patch(caller, path, "{\"user_id\": \"" + person.id() + "\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(caller.delete(path).status()).isEqualTo(404);
        }
        assertThat(caller.get(foreign + "/statistics").status()).isEqualTo(404);
        assertThat(caller.put(foreign + "/commission-account", ACCOUNT).status())
                .isEqualTo(404);

        directories.members.moveTo(person, "client");
        assertThat(directories
                        .as(directories.members.logIn(person.id()))
                        .get(own)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void areLinkedToALogInOfTheirGroupOnly() {
        var client = directories.members.in("client");
        var bd = directories.members.in("bd");
        var both = directories.members.in("bd", "broker");
        var admin = directories.as("admin");
        var broker = directories.broker("");

        for (var user : List.of(client.id(), bd.id(), "nobody", "x".repeat(65))) {
            var answer = patch(
                    admin,
                    broker,
                    "{\"user_id\": \"" + user + "\", \"branch_id\": 999999999, \"bdm_ids\": [999999999]}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.pointers()).contains("/user_id", "/branch_id", "/bdm_ids/0");
        }
        assertThat(patch(admin, broker, "{\"bdm_ids\": [null]}").pointers()).containsExactly("/bdm_ids/0");
        assertThat(patch(admin, broker, "{\"bdm_ids\": \"1\"}").pointers()).containsExactly("/bdm_ids");
        assertThat(patch(admin, directories.bdm(""), "{\"user_id\": \"" + client.id() + "\"}")
                        .pointers())
                .containsExactly("/user_id");

        assertThat(patch(admin, broker, "{\"user_id\": \"" + both.id() + "\"}").status())
                .isEqualTo(200);
        assertThat(patch(admin, broker, "{\"user_id\": \"" + both.id() + "\", \"company\": \"C\"}")
                        .status())
                .isEqualTo(200);
        for (var other : List.of(directories.broker(""), directories.bdm(""))) {
            assertThat(patch(admin, other, "{\"user_id\": \"" + both.id() + "\"}")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(patch(admin, broker, "{\"user_id\": null}")
                        .json()
                        .path("user_id")
                        .isNull())
                .isTrue();
        assertThat(patch(admin, directories.bdm(""), "{\"user_id\": \"" + both.id() + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoWhoAreLinkedToOneLogInAtOnceOneIs() throws Exception {
        var user = directories.members.in("broker", "bd").id();
        var broker = directories.broker("");
        var bdm = directories.bdm("");

        assertThat(together(
                        () -> patch(directories.as("admin"), broker, "{\"user_id\": \"" + user + "\"}"),
                        () -> patch(directories.as("admin"), bdm, "{\"user_id\": \"" + user + "\"}")))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anotherLogInGetsTheApplicationsAndTheTasks() {
        var first = directories.members.in("broker");
        var second = directories.members.in("broker");
        var admin = directories.as("admin");
        var broker = directories.broker(", \"user_id\": \"" + first.id() + "\"");
        var loan = directories.lending.handedInBy(
                "admin", one -> one.put("broker_id", id(broker)).putNull("bdm_id"));
        assertThat(tasks(directories.as(first))).isEqualTo(1);
        var task =
                directories.as(first).get("/api/tasks").json().at("/items/0/id").asText();
        assertThat(directories
                        .as(first)
                        .post("/api/tasks/" + task + "/claim", "")
                        .status())
                .isEqualTo(200);

        assertThat(patch(admin, broker, "{\"user_id\": \"" + second.id() + "\"}")
                        .status())
                .isEqualTo(200);

        assertThat(tasks(directories.as(first))).isZero();
        assertThat(directories.as(first).get("/api/tasks/" + task).status()).isEqualTo(404);
        assertThat(directories.as(first).get("/engine-rest/task/" + task).status())
                .isNotEqualTo(200);
        assertThat(directories
                        .as(first)
                        .get("/api/applications/" + loan.reference())
                        .status())
                .isEqualTo(404);
        assertThat(tasks(directories.as(second))).isEqualTo(1);
        assertThat(directories.as(second).get("/engine-rest/task/" + task).status())
                .isEqualTo(200);
        assertThat(directories
                        .as(second)
                        .get("/api/tasks/" + task)
                        .json()
                        .path("assignee")
                        .isNull())
                .isTrue();
        assertThat(directories
                        .as(second)
                        .get("/api/applications/" + loan.reference())
                        .status())
                .isEqualTo(200);

        patch(admin, broker, "{\"user_id\": null}");
        assertThat(tasks(directories.as(second))).isZero();
    }

    @Test
    void anotherLogInOfABdmGetsTheTasksToo() {
        var first = directories.members.in("bd");
        var second = directories.members.in("bd");
        var bdm = directories.bdm(", \"user_id\": \"" + first.id() + "\"");
        var loan = directories.lending.handedInBy(
                "admin", one -> one.put("bdm_id", id(bdm)).putNull("broker_id"));
        var path = "/api/applications/" + loan.reference();
        assertThat(tasks(directories.as(first))).isEqualTo(1);

        patch(directories.as("admin"), bdm, "{\"user_id\": \"" + second.id() + "\"}");

        assertThat(tasks(directories.as(first))).isZero();
        assertThat(directories.as(first).get(path).status()).isEqualTo(404);
        assertThat(tasks(directories.as(second))).isEqualTo(1);
        assertThat(directories.as(second).get(path).status()).isEqualTo(200);
    }

    @Test
    void otherBdmsSeeTheApplicationsAndStandInWhereThereIsNone() {
        var person = directories.members.in("bd");
        var bdm = directories.bdm(", \"user_id\": \"" + person.id() + "\"");
        var broker = directories.broker(", \"bdm_ids\": [" + id(bdm) + ", " + id(bdm) + "]");
        var loan = directories.lending.handedInBy(
                "admin", one -> one.put("broker_id", id(broker)).putNull("bdm_id"));
        var path = "/api/applications/" + loan.reference();
        assertThat(directories.as(person).get(path).status()).isEqualTo(200);
        assertThat(tasks(directories.as(person))).isEqualTo(1);

        patch(directories.as("admin"), broker, "{\"company\": \"Still theirs\"}");
        assertThat(directories.as(person).get(path).status()).isEqualTo(200);
        var successor = directories.members.in("bd");
        patch(directories.as("admin"), bdm, "{\"user_id\": \"" + successor.id() + "\"}");
        assertThat(tasks(directories.as(person))).isZero();
        assertThat(tasks(directories.as(successor))).isEqualTo(1);
        patch(directories.as("admin"), bdm, "{\"user_id\": \"" + person.id() + "\"}");
        loan.movedBy("admin", "withdrawn", "no").movedBy("admin", "inquiry", "again");
        assertThat(directories
                        .as(person)
                        .get("/api/notifications/unread-count")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        var changed = patch(directories.as("admin"), broker, "{\"bdm_ids\": []}");
        assertThat(changed.json().path("bdms")).isEmpty();
        assertThat(directories.as(person).get(path).status()).isEqualTo(404);
        assertThat(tasks(directories.as(person))).isZero();
    }

    @Test
    void haveFiguresOfWhatTheReaderMaySee() {
        var fresh = new Directories(context);
        var team = fresh.lending.team();
        var broker = "/api/brokers/" + team.brokerId();
        var person = fresh.members.logIn(team.member("broker").userId());
        var empty = directories.as(person).get(broker + "/statistics").json();
        assertThat(empty.path("count").asInt()).isZero();
        assertThat(empty.path("total_amount").decimalValue()).isZero();
        assertThat(empty.path("average_amount").isNull()).isTrue();

        fresh.lending.aLoan(one -> one.put("loan_amount", 100000.01));
        fresh.lending.aLoan(one -> one.put("loan_amount", 200000)).reaches("approved");
        fresh.lending.aLoan(one -> one.without("loan_amount"));

        var own = directories.as(person).get(broker + "/statistics").json();
        assertThat(own.path("count").asInt()).isEqualTo(3);
        assertThat(own.path("total_amount").decimalValue()).isEqualByComparingTo("300000.01");
        assertThat(own.path("average_amount").decimalValue()).isEqualByComparingTo("150000.01");
        assertThat(own.at("/reached/inquiry").asInt()).isEqualTo(3);
        assertThat(own.at("/reached/approved").asInt()).isEqualTo(1);
        assertThat(own.path("stages")).hasSize(2);
        assertThat(own.path("stages").findValuesAsText("stage")).containsExactly("inquiry", "approved");
        assertThat(own.at("/stages/1/total_amount").decimalValue()).isEqualByComparingTo("200000");

        var accounts = directories.as("accounts").get(broker + "/statistics").json();
        assertThat(accounts.path("count").asInt()).isEqualTo(1);
        assertThat(accounts.path("reached").has("inquiry")).isTrue();
        assertThat(directories
                        .as("bd")
                        .get(broker + "/statistics")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(directories.as("client").get(broker + "/statistics").status())
                .isEqualTo(404);
    }

    @Test
    void enterTheirCommissionAccountOnce() {
        var person = directories.members.in("broker");
        var broker = directories.broker(", \"user_id\": \"" + person.id() + "\"");
        var path = broker + "/commission-account";
        for (var group : List.of("credit", "bd")) {
            assertThat(directories.as(group).put(path, ACCOUNT).status()).isEqualTo(403);
        }
        for (var group : List.of("broker", "client", "analyst")) {
            assertThat(directories.as(group).put(path, ACCOUNT).status()).isEqualTo(404);
        }
        assertThat(directories
                        .as(person)
                        .get(broker)
                        .json()
                        .path("commission_account")
                        .isNull())
                .isTrue();
        assertThat(directories
                        .as(person)
                        .with("If-Match", "\"7\"")
                        .put(path, ACCOUNT)
                        .status())
                .isEqualTo(412);

        var entered = directories.as(person).put(path, ACCOUNT);
        assertThat(entered.status()).as(entered.text()).isEqualTo(200);
        assertThat(entered.header("ETag")).isEqualTo("\"2\"");
        assertThat(entered.json().at("/commission_account/number").asText()).isEqualTo("*****6789");
        assertThat(entered.json().at("/commission_account/bsb").asText()).isEqualTo("062000");
        assertThat(directories.as(person).put(path, ACCOUNT).status()).isEqualTo(403);

        var changed = directories.as("accounts").put(path, ACCOUNT.replace("1234 56789", "4321"));
        assertThat(changed.json().at("/commission_account/number").asText()).isEqualTo("*****");
        assertThat(directories
                        .as("admin")
                        .put(path, ACCOUNT.replace("Big", "Small"))
                        .status())
                .isEqualTo(200);
        assertThat(directories
                        .as("credit")
                        .get("/api/brokers?user_id=" + person.id())
                        .text())
                .contains("*****6789", "Small Bank")
                .doesNotContain("123456789");
        for (var wanted : List.of(ACCOUNT, "\"none\"")) {
            assertThat(patch(directories.as("admin"), broker, "{\"commission_account\": " + wanted + "}")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(directories
                        .lending
                        .database()
                        .sql("select to_jsonb(b)::text from broker b where id = :id")
                        .param("id", id(broker))
                        .query(String.class)
                        .single())
                .contains("Small Bank")
                .doesNotContain("56789");
    }

    @Test
    void areWatchedWhenTheirAccountOrLogInChanges() {
        var person = directories.members.in("broker");
        var broker = directories.broker(", \"user_id\": \"" + person.id() + "\"");
        var admin = directories.as("admin");
        directories.as(person).put(broker + "/commission-account", ACCOUNT);
        directories.as(person).put(broker + "/commission-account", ACCOUNT);
        admin.put(broker + "/commission-account", ACCOUNT);
        admin.put(
                broker + "/commission-account", ACCOUNT.replace("Big", "Small").replace("1234 5", "4321 5"));
        patch(admin, broker, "{\"user_id\": null}");

        var entries = admin.get("/api/audit?subject_type=broker&subject_id=" + id(broker));
        assertThat(entries.json().path("items").findValuesAsText("action"))
                .containsExactly(
                        "log_in_linked", "commission_account_changed", "commission_account_changed", "log_in_linked");
        assertThat(entries.json().at("/items/3/details/user_id").asText()).isEqualTo(person.id());
        assertThat(entries.json().at("/items/2/details/fields").asText()).isEqualTo("bank, name, bsb, number");
        assertThat(entries.json().at("/items/1/details/fields").asText()).isEqualTo("bank, number");
        assertThat(entries.text()).doesNotContain("6789", "062000");
    }

    @Test
    void haveAWholeNumberForAdminAndAccountsAndEachTimeIsRecorded() {
        var person = directories.members.in("broker");
        var broker = directories.broker(", \"user_id\": \"" + person.id() + "\"");
        var missing = directories.as("accounts").post(broker + "/sensitive", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("detail").asText()).contains("commission account");
        directories.as(person).put(broker + "/commission-account", ACCOUNT);

        for (var group : List.of("admin", "accounts")) {
            var revealed = directories.as(group).with("Idempotency-Key", "k").post(broker + "/sensitive", "");
            assertThat(revealed.status()).as(revealed.text()).isEqualTo(200);
            assertThat(revealed.header("Cache-Control")).contains("no-store");
            assertThat(revealed.json().toString())
                    .isEqualTo("{\"commission_account\":{\"bank\":\"Big Bank\",\"name\":\"B Brook\","
                            + "\"bsb\":\"062000\",\"number\":\"123456789\"}}");
        }
        assertThat(directories.as(person).post(broker + "/sensitive", "").status())
                .isEqualTo(403);
        for (var group : List.of("credit", "bd")) {
            assertThat(directories.as(group).post(broker + "/sensitive", "").status())
                    .isEqualTo(403);
        }
        for (var group : List.of("broker", "client", "analyst")) {
            assertThat(withoutInstance(directories.as(group).post(broker + "/sensitive", "")))
                    .isEqualTo(withoutInstance(directories.as(group).post("/api/brokers/999999999/sensitive", "")));
        }
        var entries = directories.as("admin").get("/api/audit?subject_type=broker&subject_id=" + id(broker));
        assertThat(entries.json().path("items").findValuesAsText("action"))
                .containsExactly("secrets_revealed", "secrets_revealed", "commission_account_changed", "log_in_linked");
        assertThat(entries.text()).doesNotContain("6789");
    }

    @Test
    void haveTheirNumberKeptWhereItsMaskIsSentBack() {
        var broker = directories.broker("");
        var path = broker + "/commission-account";
        var accounts = directories.as("accounts");
        assertThat(accounts.put(path, ACCOUNT.replace("1234 56789", "*****6789"))
                        .pointers())
                .containsExactly("/number");
        accounts.put(path, ACCOUNT);

        var changed = accounts.put(path, ACCOUNT.replace("Big", "Small").replace("1234 56789", "*****6789"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/commission_account/bank").asText()).isEqualTo("Small Bank");
        assertThat(accounts.post(broker + "/sensitive", "").text()).contains("123456789");
        for (var other : List.of("*****6780", "*****", "*6789")) {
            assertThat(accounts.put(path, ACCOUNT.replace("1234 56789", other)).pointers())
                    .as(other)
                    .containsExactly("/number");
        }
        var entries = directories.as("admin").get("/api/audit?subject_type=broker&subject_id=" + id(broker));
        assertThat(entries.json().path("items").findValuesAsText("fields"))
                .containsExactly("bank", "bank, name, bsb, number");
    }

    @Test
    void enterOneAccountOfTwoAtOnce() throws Exception {
        var person = directories.members.in("broker");
        var path = directories.broker(", \"user_id\": \"" + person.id() + "\"") + "/commission-account";

        assertThat(together(
                        () -> directories.as(person).put(path, ACCOUNT),
                        () -> directories.as(person).put(path, ACCOUNT.replace("Big", "Small"))))
                .containsExactlyInAnyOrder(200, 403);
    }

    @Test
    void enterAnAccountThatCanBeOne() {
        var path = directories.broker("") + "/commission-account";
        var answer = directories
                .as("accounts")
                .put(path, "{\"bsb\": \"06200\", \"number\": \"*****6789\", \"name\": \" \", \"user_id\": \"me\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/bank", "/bsb", "/number", "/name", "/user_id");
        for (var number : List.of("123", "12345678901", "12a4", "", "0x12")) {
            assertThat(directories
                            .as("admin")
                            .put(path, ACCOUNT.replace("1234 56789", number))
                            .pointers())
                    .as(number)
                    .containsExactly("/number");
        }
        var nothing = directories.as("accounts").put(path, "{}");
        assertThat(nothing.pointers()).containsExactlyInAnyOrder("/bank", "/bsb", "/number", "/name");
    }

    @Test
    void haveAnAccountNumberThatIsNotInTheLogNorWrittenByChance(CapturedOutput output) {
        var number = "41" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var path = directories.broker("") + "/commission-account";
        var account = ACCOUNT.replace("1234 56789", number);

        var entered = directories.as("accounts").put(path, account);
        var refused = directories.as("accounts").put(path, account.replace("062-000", "1"));

        assertThat(entered.json().at("/commission_account/number").asText())
                .isEqualTo(Secret.of(number).mask());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(entered.text() + refused.text() + output.getAll()).doesNotContain(number);
        assertThat(new CommissionAccount("Bank", "Name", "062000", Secret.of(number)).toString())
                .contains("Bank", Secret.of(number).mask())
                .doesNotContain(number);
    }

    private static int tasks(Http caller) {
        return caller.get("/api/tasks").json().path("total").asInt();
    }

    @SafeVarargs
    private static List<Integer> together(Callable<Http.Answer>... calls) throws Exception {
        var pool = Executors.newFixedThreadPool(calls.length);
        try {
            var statuses = new ArrayList<Integer>();
            for (var one : pool.invokeAll(List.of(calls))) {
                statuses.add(one.get().status());
            }
            return statuses;
        } finally {
            pool.shutdown();
        }
    }
}
