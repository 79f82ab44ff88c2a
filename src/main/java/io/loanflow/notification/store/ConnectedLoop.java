package io.loanflow.notification.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread with a database connection of its own; when that is lost it opens another, waiting longer each time. */
final class ConnectedLoop {

    interface Step {

        void run(Connection connection) throws SQLException, InterruptedException;
    }

    interface Opening {

        Connection open() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedLoop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Opening opening;
    private final Step whenOpened;
    private final Step step;
    private final Thread thread;
    private Duration wait = FIRST_WAIT;
    private volatile boolean running = true;
    private volatile @Nullable Connection current;

    ConnectedLoop(String name, Opening opening, Step whenOpened, Step step) {
        this.opening = opening;
        this.whenOpened = whenOpened;
        this.step = step;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() {
        running = false;
        thread.interrupt();
        cutOff(current);
        try {
            thread.join(LONGEST_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                runOnOneConnection();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warn("{} lost the database ({}), next try in {} ms", thread.getName(), e, wait.toMillis());
                }
            }
            backOff();
        }
    }

    private void runOnOneConnection() throws SQLException, InterruptedException {
        try (var connection = opening.open()) {
            current = connection;
            whenOpened.run(connection);
            while (running) {
                step.run(connection);
                wait = FIRST_WAIT;
            }
        }
    }

    /** Waiting for notifications cannot be interrupted, so the connection goes. */
    private static void cutOff(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection was gone already", e);
        }
    }

    private void backOff() {
        try {
            if (running) {
                Thread.sleep(wait.toMillis());
            }
        } catch (InterruptedException e) {
            running = false;
        }
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
