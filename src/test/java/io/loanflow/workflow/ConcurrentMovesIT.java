package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two people at once. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class ConcurrentMovesIT {

    private static final int ROUNDS = 50;

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

                assertThat(loan.history()).hasSizeBetween(2, 3);
                if (submitted == 200) {
                    assertThat(declined)
                            .as("declined is reachable from processing too")
                            .isEqualTo(200);
                } else {
                    assertThat(submitted).isEqualTo(409);
                    assertThat(loan.stage()).isEqualTo("declined");
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void oneOfTwoExclusiveMovesWins() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var admin = api.as("admin");
        var broker = api.as("broker");
        try {
            for (int round = 0; round < ROUNDS; round++) {
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
