package io.loanflow.notification.web;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work of one socket: one piece at a time, in order, on shared threads. */
final class Mailbox {

    private static final int MOST = 5_000;

    private final Executor workers;
    private final Consumer<RuntimeException> failed;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean closed;

    Mailbox(Executor workers, Consumer<RuntimeException> failed) {
        this.workers = workers;
        this.failed = failed;
    }

    /** False when too much waits already. */
    synchronized boolean put(Runnable work) {
        if (closed) {
            return true;
        }
        if (waiting.size() >= MOST) {
            return false;
        }
        waiting.add(work);
        if (!busy) {
            busy = true;
            workers.execute(this::workOn);
        }
        return true;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void workOn() {
        for (var work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        var work = waiting.poll();
        busy = work != null;
        return work;
    }
}
