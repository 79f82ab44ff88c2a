package io.loanflow.workflow;

import java.util.Set;

/** What a process and the feature behind it have agreed on. The feature implements it; the engine's doors keep it. */
public interface Contract {

    /** Id of the process. */
    String process();

    /** Names of the variables that a plain start through the engine's own API may carry. */
    Set<String> startInputs();
}
