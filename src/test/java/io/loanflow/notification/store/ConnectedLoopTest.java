package io.loanflow.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("fast")
@Timeout(20)
class ConnectedLoopTest {

    private static final ConnectedLoop.Step FOR_EVER = connection -> Thread.sleep(60_000);

    private final Connection connection = mock(Connection.class);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger prepared = new AtomicInteger();
    private final CountDownLatch working = new CountDownLatch(1);
    private ConnectedLoop loop = loop(FOR_EVER);

    @AfterEach
    void end() {
        loop.stop();
    }

    @Test
    void opensAnotherConnectionAndPreparesItWhenOneIsLost() {
        loop = loop(on -> {
            if (opened.get() < 3) {
                throw new SQLException("lost");
            }
            FOR_EVER.run(on);
        });

        loop.start();

        Awaitility.await().until(() -> prepared.get() == 3);
    }

    @Test
    void keepsTryingWhileThereIsNoDatabaseAndWaitsLongerEachTime() {
        loop = new ConnectedLoop(
                "test",
                () -> {
                    opened.incrementAndGet();
                    throw new SQLException("no database");
                },
                this::prepare,
                FOR_EVER);
        var start = System.nanoTime();

        loop.start();

        Awaitility.await().until(() -> opened.get() == 4);
        assertThat(System.nanoTime() - start).as("100 and 200 and 400 ms later").isGreaterThan(700_000_000L);
        assertThat(prepared).hasValue(0);
    }

    @Test
    void endsAtOnceWhileAStepWaits() throws Exception {
        loop.start();
        working.await();

        loop.stop();

        verify(connection).abort(any());
        verify(connection, times(1)).close();
    }

    @Test
    void endsWhateverTheConnectionSays() throws Exception {
        doThrow(new SQLException("gone")).when(connection).abort(any());
        loop.start();
        working.await();

        loop.stop();

        assertThat(opened).hasValue(1);
    }

    @Test
    void endsInTheMiddleOfAWait() {
        loop = new ConnectedLoop(
                "test",
                () -> {
                    opened.incrementAndGet();
                    throw new SQLException("no database");
                },
                this::prepare,
                FOR_EVER);
        loop.start();
        Awaitility.await().until(() -> opened.get() == 5);

        loop.stop();
        var tries = opened.get();

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> opened.get() == tries);
    }

    @Test
    void remembersThatItsCallerWasInterrupted() throws Exception {
        loop.start();
        working.await();
        Thread.currentThread().interrupt();

        loop.stop();

        assertThat(Thread.interrupted()).isTrue();
    }

    private ConnectedLoop loop(ConnectedLoop.Step step) {
        return new ConnectedLoop(
                "test",
                () -> {
                    opened.incrementAndGet();
                    return connection;
                },
                this::prepare,
                step);
    }

    private void prepare(Connection on) {
        prepared.incrementAndGet();
        working.countDown();
    }
}
