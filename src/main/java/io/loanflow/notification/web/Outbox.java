package io.loanflow.notification.web;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What waits to be sent to one client, in order and up to a limit; nobody who puts something in waits for the client. */
final class Outbox {

    private final Wire wire;
    private final long limit;
    private final Runnable tooSlow;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private long size;
    private boolean sending;
    private boolean closed;
    private @Nullable Runnable whenEmpty;

    /** @param limit characters that may wait */
    Outbox(Wire wire, long limit, Runnable tooSlow) {
        this.wire = wire;
        this.limit = limit;
        this.tooSlow = tooSlow;
    }

    void put(String text) {
        if (fits(text)) {
            sendOn();
        } else {
            tooSlow.run();
        }
    }

    /** Runs it once, as soon as nothing waits any more. */
    void whenEmpty(Runnable next) {
        synchronized (this) {
            whenEmpty = next;
        }
        sendOn();
    }

    synchronized boolean isEmpty() {
        return !sending && waiting.isEmpty();
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        whenEmpty = null;
    }

    private synchronized boolean fits(String text) {
        if (closed) {
            return true;
        }
        size += text.length();
        waiting.add(text);
        return size <= limit;
    }

    /** A completion may come inside the call that sends; counting rounds keeps that from nesting ever deeper. */
    private void sendOn() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        do {
            var text = next();
            if (text != null) {
                wire.send(text, arrived -> sent(text, arrived));
            } else {
                runWhenEmpty();
            }
        } while (rounds.decrementAndGet() > 0);
    }

    private synchronized @Nullable String next() {
        if (sending || closed) {
            return null;
        }
        var text = waiting.poll();
        sending = text != null;
        return text;
    }

    private void sent(String text, boolean arrived) {
        synchronized (this) {
            sending = false;
            size -= text.length();
        }
        if (arrived) {
            sendOn();
        } else {
            tooSlow.run();
        }
    }

    private void runWhenEmpty() {
        Runnable next;
        synchronized (this) {
            if (!isEmpty() || whenEmpty == null) {
                return;
            }
            next = whenEmpty;
            whenEmpty = null;
        }
        next.run();
    }
}
