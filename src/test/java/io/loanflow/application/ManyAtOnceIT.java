package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many more callers at once than the pool has connections: they wait for each other, and each gets one whole picture. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class ManyAtOnceIT {

    private static final int CALLERS = 24;
    private static final int ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Lending lending;
    private final Api api;
    private final DataSource connections;

    @Autowired
    ManyAtOnceIT(ApplicationContext context, DataSource connections) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
        this.connections = connections;
    }

    @Test
    void readOneApplication() throws Exception {
        var path = path(lending.aLoan());
        var credit = api.as("credit");

        for (int round = 0; round < ROUNDS; round++) {
            assertAllAreAnswered(number -> () -> credit.get(path));
        }
    }

    @Test
    void readAndMoveOneApplication() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var path = path(lending.aLoan());
            assertAllAreAnswered(number -> {
                var broker = api.as("broker")
                        .with("Idempotency-Key", UUID.randomUUID().toString());
                return switch (number % 5) {
                    case 0 -> () -> broker.get(path);
                    case 1 -> () -> broker.get(path + "/borrowers");
                    case 2 -> () -> broker.get(path + "/transitions");
                    case 3 -> () -> broker.get("/api/tasks");
                    default -> () -> broker.post(path + "/transitions", "{\"to\": \"processing\"}");
                };
            });
        }
    }

    private void assertAllAreAnswered(IntFunction<Callable<Http.Answer>> call) throws Exception {
        assertThat(CALLERS).isGreaterThan(2 * poolSize());
        var start = new CyclicBarrier(CALLERS);
        var calls = IntStream.range(0, CALLERS).mapToObj(call).toList();
        var pool = Executors.newFixedThreadPool(CALLERS);
        try {
            var began = System.nanoTime();
            var answers =
                    pool.invokeAll(calls.stream().map(one -> after(start, one)).toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<Http.Answer> after(CyclicBarrier start, Callable<Http.Answer> call) {
        return () -> {
            start.await();
            return call.call();
        };
    }

    private int poolSize() throws SQLException {
        return connections.unwrap(HikariDataSource.class).getMaximumPoolSize();
    }

    private static String path(Loan loan) {
        return "/api/applications/" + loan.reference();
    }
}
