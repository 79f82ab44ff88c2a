package io.loanflow.identity;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes requests for password resets and looks at them afterwards, so that the answer takes the same time whether or not
 * there is an account. What comes in faster than it can be looked at is dropped.
 */
@Component
public class ResetRequests implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ResetRequests.class);
    private static final int MOST_WAITING = 200;

    private final PasswordResets resets;
    private final CallerAddress address;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "password-resets"),
            new ThreadPoolExecutor.DiscardPolicy());

    ResetRequests(PasswordResets resets, CallerAddress address) {
        this.resets = resets;
        this.address = address;
    }

    public void take(String email) {
        var from = address.find().orElse(null);
        worker.execute(() -> look(email, from));
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }

    private void look(String email, @org.jspecify.annotations.Nullable String from) {
        try {
            resets.request(email, from);
        } catch (RuntimeException e) {
            LOG.error("A password reset could not be started", e);
        }
    }
}
