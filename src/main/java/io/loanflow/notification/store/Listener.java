package io.loanflow.notification.store;

import io.loanflow.notification.Feed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes this node's feed: on NOTIFY, and now and then in case one was lost or rows were held back. */
@Component
class Listener implements SmartLifecycle {

    /** Before the web server opens its doors, and after it has closed them. */
    static final int PHASE = 0;

    private static final int HELD_MILLIS = 20;
    private static final int ALIVE_SECONDS = 2;

    private final DedicatedConnections connections;
    private final Feed feed;
    private final int pollMillis;
    private @Nullable ConnectedLoop loop;

    Listener(DedicatedConnections connections, Feed feed, @Value("${loanflow.events.poll:1s}") Duration poll) {
        this.connections = connections;
        this.feed = feed;
        this.pollMillis = (int) poll.toMillis();
    }

    @Override
    public synchronized void start() {
        feed.open();
        loop = new ConnectedLoop(
                "event-listener", () -> connections.open("loanflow listener"), Listener::listen, this::readThenWait);
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
        return PHASE;
    }

    private static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Notifier.CHANNEL);
        }
    }

    private void readThenWait(Connection connection) throws SQLException {
        boolean held = feed.pull();
        var woken = connection.unwrap(PGConnection.class).getNotifications(held ? HELD_MILLIS : pollMillis);
        if ((woken == null || woken.length == 0) && !held && !connection.isValid(ALIVE_SECONDS)) {
            throw new SQLTransientConnectionException("The listening connection is dead");
        }
    }
}
