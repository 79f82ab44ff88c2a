package io.loanflow.platform;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that belongs to a transaction and has to wait until what is going on in it now is finished. */
public final class BeforeCommit {

    private BeforeCommit() {}

    /** Does it at the end of the running transaction, and with it; when it fails nothing of the transaction stays. */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }
}
