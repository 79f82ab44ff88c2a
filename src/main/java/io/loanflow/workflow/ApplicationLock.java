package io.loanflow.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One mover at a time for each application. Held to the end of the transaction and taken before its first write, so that
 * transaction ids and moves have the same order.
 */
@Component
public class ApplicationLock {

    private final JdbcClient jdbc;

    ApplicationLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until this transaction is the only one that moves the application; a second call costs nothing. */
    public void acquire(String reference) {
        var key = ApplicationLock.class.getName() + reference;
        if (TransactionSynchronizationManager.hasResource(key)) {
            return;
        }
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "application:" + reference)
                .query(Integer.class)
                .single();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(key, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(key);
                }
            });
        }
    }
}
