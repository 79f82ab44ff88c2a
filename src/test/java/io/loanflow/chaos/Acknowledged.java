package io.loanflow.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the application said it had done: the stages that each application entered, in order. */
final class Acknowledged {

    private static final int ENOUGH = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, List<String>> stages = new ConcurrentHashMap<>();
    private final Queue<String> serverErrors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    void entered(String reference, String stage) {
        stages.computeIfAbsent(reference, any -> new ArrayList<>()).add(stage);
        count.incrementAndGet();
    }

    void serverError(String what) {
        serverErrors.add(what);
    }

    List<String> serverErrors() {
        return List.copyOf(serverErrors);
    }

    /** Waits until a few more moves are acknowledged, so that a kill meets an application at work. */
    void awaitMore() throws InterruptedException {
        var target = count.get() + ENOUGH;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (count.get() < target) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing is acknowledged any more; server errors: " + serverErrors);
            }
            Thread.sleep(50);
        }
    }

    /** References whose acknowledged stages do not stand in their history, in their order. */
    List<String> missingIn(Map<String, List<String>> histories) {
        return stages.entrySet().stream()
                .filter(told -> !inOrder(told.getValue(), histories.getOrDefault(told.getKey(), List.of())))
                .map(told ->
                        told.getKey() + " was told " + told.getValue() + " and has " + histories.get(told.getKey()))
                .toList();
    }

    private static boolean inOrder(List<String> told, List<String> history) {
        var next = 0;
        for (var stage : history) {
            if (next < told.size() && told.get(next).equals(stage)) {
                next++;
            }
        }
        return next == told.size();
    }
}
