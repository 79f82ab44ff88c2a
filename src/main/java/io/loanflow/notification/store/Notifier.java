package io.loanflow.notification.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node "look": a NOTIFY without data, at most one every few milliseconds, on a connection of its own and never
 * inside the transaction that wrote something, because there it would end group commit.
 */
@Component
class Notifier implements SmartLifecycle {

    static final String CHANNEL = "loanflow_events";
    private static final long GAP_MILLIS = 5;

    private final DedicatedConnections connections;
    private final Semaphore rung = new Semaphore(0);
    private @Nullable ConnectedLoop loop;

    Notifier(DedicatedConnections connections) {
        this.connections = connections;
    }

    /** Rings once the running transaction is committed, at once when there is none; after a rollback never. */
    void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            rung.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rung.release();
            }
        });
    }

    @Override
    public synchronized void start() {
        loop = new ConnectedLoop(
                "event-notifier", () -> connections.open("loanflow notifier"), this::ringForWhatWasLost, this::notify);
        loop.start();
    }

    @Override
    public synchronized void stop() {
        if (loop != null) {
            loop.stop();
            loop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }

    @Override
    public int getPhase() {
        return Listener.PHASE;
    }

    private void ringForWhatWasLost(Connection connection) {
        rung.release();
    }

    private void notify(Connection connection) throws SQLException, InterruptedException {
        rung.acquire();
        rung.drainPermits();
        try (var statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        }
        Thread.sleep(GAP_MILLIS);
    }
}
