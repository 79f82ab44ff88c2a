package io.loanflow.notification.web;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads of all sockets: a few that work and never wait for a client, and as many as it takes for what may wait. */
@Component
class SocketWorkers implements DisposableBean {

    private static final int WORKERS = 3;

    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("socket-worker-"));
    private final ExecutorService patient = Executors.newCachedThreadPool(named("socket-closer-"));

    Executor workers() {
        return workers;
    }

    Executor patient() {
        return patient;
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
        patient.shutdownNow();
    }

    private static ThreadFactory named(String prefix) {
        var threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }
}
