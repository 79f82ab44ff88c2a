package io.loanflow.workflow;

/** Names of the engine variables that the workflow itself understands. */
public final class Inputs {

    /** String: why a person moves an application. */
    public static final String REASON = "reason";

    /** String: the way out of a task that a person chose in its form. */
    public static final String DECISION = TaskForm.DECISION;

    /** Characters of a text that a person enters, unless its form says otherwise. */
    public static final int LONGEST = 4000;

    private Inputs() {}
}
