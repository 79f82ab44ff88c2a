package io.loanflow.workflow;

import java.util.Set;

/** What a process takes from outside beside its forms; a feature declares it as a bean. */
public interface ProcessContract {

    /** Id of the process, which is also the file's name. */
    String processId();

    /** Names of the variables that a plain start may carry. */
    Set<String> startInputs();

    /** Names of the variables that a message to the process may carry; none unless said otherwise. */
    default Set<String> messageInputs(String message) {
        return Set.of();
    }
}
