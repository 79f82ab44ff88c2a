package io.loanflow.workflow;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which stage an application has entered last in the running transaction. */
final class EnteredStages {

    private EnteredStages() {}

    static void remember(String reference, String stageId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        var key = key(reference);
        if (TransactionSynchronizationManager.unbindResourceIfPossible(key) == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(key);
                }
            });
        }
        TransactionSynchronizationManager.bindResource(key, stageId);
    }

    /** Null when it has entered none. */
    static @Nullable Object last(String reference) {
        return TransactionSynchronizationManager.getResource(key(reference));
    }

    private static String key(String reference) {
        return EnteredStages.class.getName() + reference;
    }
}
