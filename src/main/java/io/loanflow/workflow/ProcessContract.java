package io.loanflow.workflow;

import java.util.Set;

/** What a process takes from outside beside its forms; a feature declares it as a bean. */
public interface ProcessContract {

    /** Id of the process, which is also the file's name. */
    String processId();

    /** Names of the variables that a plain start may carry; none unless said otherwise. */
    default Set<String> startInputs() {
        return Set.of();
    }

    /** Whether the first step refuses what it does not know by itself, together with whatever else is wrong. */
    default boolean refusesUnknownStartInputs() {
        return false;
    }

    /** Names of the variables that a message to the process may carry; none unless said otherwise. */
    default Set<String> messageInputs(String message) {
        return Set.of();
    }
}
