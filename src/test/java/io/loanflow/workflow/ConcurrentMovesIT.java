package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two people at once. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class ConcurrentMovesIT {

    private static final int ROUNDS = 50;
    private static final String DECLINE =
            "{\"variables\": {\"decision\": {\"value\": \"decline\"}, \"reason\": {\"value\": \"no\"}}}";

    private final Lending lending;
    private final Api api;

    @Autowired
    ConcurrentMovesIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @Test
    void oneOfTwoConflictingMovesWinsAndTheOtherIsToldSo() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var bd = api.as("bd");
        var broker = api.as("broker");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var loan = lending.aLoan();
                var path = "/api/applications/" + loan.reference() + "/transitions";
                var start = new CyclicBarrier(2);
                Callable<Integer> decline = () -> {
                    start.await();
                    return bd.post(path, "{\"to\": \"declined\", \"reason\": \"no\"}")
                            .status();
                };
                Callable<Integer> submit = () -> {
                    start.await();
                    return broker.post(path, "{\"to\": \"processing\"}").status();
                };
                var statuses = List.of(pool.submit(decline), pool.submit(submit));
                int declined = statuses.get(0).get();
                int submitted = statuses.get(1).get();

                assertThat(List.of(declined, submitted)).contains(200).isSubsetOf(200, 409);
                assertThat(loan.history())
                        .as("one after the other, or one alone")
                        .hasSize(declined == submitted ? 3 : 2);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Both have come, and wait for somebody who works on the application: then one of them is too late, whatever it asks for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/applications/%s/transitions|{\"to\": \"inquiry\", \"reason\": \"income missing\"}|admin",
                "/api/applications/%s/transitions|{\"to\": \"withdrawn\", \"reason\": \"mine\"}|bd",
                "/api/applications/%s/transitions|{\"to\": \"approved\"}|credit",
                "/engine-rest/message|{\"messageName\": \"applicationWithdrawn\", \"businessKey\": \"%s\","
                        + " \"processVariables\": {\"reason\": {\"value\": \"mine\"}}}|bd"
            })
    void oneOfTwoWhoAskAtTheSameMomentIsToldToLookAgain(String path, String body, String group) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var other = new Api(lending.spring(), new Lending(lending.spring()).team()).as("credit");
        var caller = api.as(group);
        try {
            for (int round = 0; round < 4; round++) {
                var loan = lending.aLoan().reaches("processing");
                var reference = loan.reference();
                List<Future<Http.Answer>> answers;
                try (var work = workOn(reference)) {
                    answers = List.of(
                            pool.submit(() -> other.post(
                                    "/api/applications/" + reference + "/transitions",
                                    "{\"to\": \"declined\", \"reason\": \"no\"}")),
                            pool.submit(() -> caller.post(path.formatted(reference), body.formatted(reference))));
                    work.awaitWaiting(2);
                }
                var declined = answers.get(0).get();
                var moved = answers.get(1).get();
                assertThat(List.of(declined.status(), moved.status()))
                        .as("%s%n%s", declined.text(), moved.text())
                        .filteredOn(status -> status < 300)
                        .hasSize(1);
                var loser = declined.status() == 200 ? moved : declined;
                assertThat(loser.status()).isEqualTo(409);
                assertThat(loser.json().path("stage").asText()).isEqualTo(loan.stage());
                assertThat(loser.json().path("transitions").isArray()).isTrue();
                assertThat(loan.history()).hasSize(3);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The way is open all the same, so the answer does not say that it is not. */
    @Test
    void whoMovesWhatSomebodyElseHasChangedMeanwhileMayRepeatIt() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var bd = api.as("bd");
        var broker = api.as("broker");
        try {
            var loan = lending.aLoan();
            var path = "/api/applications/" + loan.reference();
            Future<Http.Answer> patched;
            Future<Http.Answer> moved;
            try (var work = workOn(loan.reference())) {
                patched = pool.submit(
                        () -> bd.send("PATCH", path, "{\"purpose\": \"a barn\"}", "application/merge-patch+json"));
                work.awaitWaiting(1);
                moved = pool.submit(() -> broker.post(path + "/transitions", "{\"to\": \"processing\"}"));
                work.awaitWaiting(2);
            }

            assertThat(patched.get().status()).as(patched.get().text()).isEqualTo(200);
            assertThat(moved.get().status()).as(moved.get().text()).isEqualTo(409);
            assertThat(moved.get().json().path("detail").asText())
                    .isEqualTo(
                            "Somebody else has changed the application at the same moment; it is in stage 'inquiry' and"
                                    + " was not moved to 'processing'. Read it again before you repeat this."
                                    + " Open to you from here: processing, withdrawn.");
            assertThat(broker.post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The task is there when the call is checked, and gone before the engine looks for it. */
    @Test
    void whoSawATaskThatIsGoneByThenIsToldSo() throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        var credit = api.as("credit");
        var bd = api.as("bd");
        try {
            var loan = lending.aLoan().reaches("processing");
            var complete =
                    "/engine-rest/task/" + loan.task("Activity_DecideCredit").id() + "/complete";
            Future<Http.Answer> late;
            try (var forms = new Work("lock table act_ge_bytearray in access exclusive mode")) {
                late = pool.submit(() -> credit.post(complete, DECLINE));
                forms.awaitWaiting(1);
                var withdrawn = bd.post(
                        "/api/applications/" + loan.reference() + "/transitions",
                        "{\"to\": \"withdrawn\", \"reason\": \"mine\"}");
                assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
            }

            assertThat(late.get().status()).as(late.get().text()).isEqualTo(409);
            assertThat(late.get().json().path("detail").asText()).startsWith("Somebody else has completed this task");
            assertThat(loan.stage()).isEqualTo("withdrawn");
            assertThat(credit.post(complete, DECLINE).status()).isEqualTo(404);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The first in the queue withdraws the application, and the second would complete a task that went with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/engine-rest/task/%s/complete|" + DECLINE,
                "/api/tasks/%s/complete|{\"decision\": \"decline\", \"reason\": \"no\"}"
            })
    void whoWaitsBehindAMoveIsToldThatTheirTaskIsGone(String path, String body) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var credit = api.as("credit");
        var bd = api.as("bd");
        try {
            var loan = lending.aLoan().reaches("processing");
            var complete = path.formatted(loan.task("Activity_DecideCredit").id());
            Future<Http.Answer> first;
            Future<Http.Answer> second;
            try (var work = workOn(loan.reference())) {
                first = pool.submit(() -> bd.post(
                        "/api/applications/" + loan.reference() + "/transitions",
                        "{\"to\": \"withdrawn\", \"reason\": \"mine\"}"));
                work.awaitWaiting(1);
                second = pool.submit(() -> credit.post(complete, body));
                work.awaitWaiting(2);
            }

            assertThat(first.get().status()).as(first.get().text()).isEqualTo(200);
            assertThat(second.get().status()).as(second.get().text()).isEqualTo(409);
            assertThat(loan.stage()).isEqualTo("withdrawn");
        } finally {
            pool.shutdownNow();
        }
    }

    /** Both ask for the same: it is done once, and neither is refused. */
    @Test
    void twoWhoAskForTheSameStageBothGetIt() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var loan = lending.aLoan();
            var path = "/api/applications/" + loan.reference() + "/transitions";
            List<Future<Http.Answer>> answers;
            try (var work = workOn(loan.reference())) {
                answers = List.of(
                        pool.submit(() -> api.as("broker").post(path, "{\"to\": \"processing\"}")),
                        pool.submit(() -> api.as("bd").post(path, "{\"to\": \"processing\"}")));
                work.awaitWaiting(2);
            }
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            assertThat(loan.history()).containsExactly("inquiry", "processing");
        } finally {
            pool.shutdownNow();
        }
    }

    private Work workOn(String reference) throws SQLException {
        return new Work("select pg_advisory_xact_lock(hashtextextended('application:" + reference + "', 0))");
    }

    /** Somebody who holds a lock for a while, such as that of an application. */
    private final class Work implements AutoCloseable {

        private final Connection connection;

        Work(String lock) throws SQLException {
            connection = lending.spring().getBean(DataSource.class).getConnection();
            connection.setAutoCommit(false);
            try (var taken = connection.createStatement()) {
                taken.execute(lock);
            }
        }

        void awaitWaiting(int many) throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (waiting() < many) {
                assertThat(System.nanoTime()).as("those who wait").isLessThan(end);
                Thread.sleep(5);
            }
        }

        private long waiting() {
            return lending.database()
                    .sql("select count(*) from pg_locks where not granted")
                    .query(Long.class)
                    .single();
        }

        @Override
        public void close() throws SQLException {
            connection.commit();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    @Test
    void oneOfTwoExclusiveMovesWins() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var admin = api.as("admin");
        var broker = api.as("broker");
        try {
            for (int round = 0; round < 20; round++) {
                var loan = lending.aLoan();
                var path = "/api/applications/" + loan.reference() + "/transitions";
                var start = new CyclicBarrier(2);
                var decline = pool.submit(() -> {
                    start.await();
                    return admin.post(path, "{\"to\": \"declined\", \"reason\": \"no\"}");
                });
                var withdraw = pool.submit(() -> {
                    start.await();
                    return broker.post(path, "{\"to\": \"withdrawn\", \"reason\": \"no\"}");
                });
                var answers = List.of(decline.get(), withdraw.get());
                assertThat(answers).extracting(answer -> answer.status()).containsExactlyInAnyOrder(200, 409);
                var winner = decline.get().status() == 200 ? "declined" : "withdrawn";
                var loser = answers.stream()
                        .filter(answer -> answer.status() == 409)
                        .findFirst()
                        .orElseThrow();
                assertThat(loser.json().path("stage").asText()).isEqualTo(winner);
                assertThat(loan.history()).containsExactly("inquiry", winner);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void completingInTasklistAndMovingOverTheApiAtOnceHasOneWinner() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var broker = api.as("broker");
        var tasklist = api.anonymous().basic(lending.team().email("bd"), io.loanflow.testing.People.PASSWORD);
        try {
            for (int round = 0; round < 10; round++) {
                var loan = lending.aLoan();
                var task = loan.task("Activity_CompleteInquiry").id();
                var start = new CyclicBarrier(2);
                var complete = pool.submit(() -> {
                    start.await();
                    return tasklist.post("/engine-rest/task/" + task + "/complete", "{}");
                });
                var withdraw = pool.submit(() -> {
                    start.await();
                    return broker.post(
                            "/api/applications/" + loan.reference() + "/transitions",
                            "{\"to\": \"withdrawn\", \"reason\": \"no\"}");
                });
                assertThat(complete.get().status()).as(complete.get().text()).isIn(204, 404, 409);
                assertThat(withdraw.get().status()).as(withdraw.get().text()).isIn(200, 409);
                assertThat(loan.stage()).isIn("processing", "withdrawn");
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
