package io.loanflow.workflow;

import java.util.Map;
import java.util.Set;

/** What a person has to know to complete a task. The feature that holds the application implements it. */
public interface Briefing {

    /**
     * Texts to show in a task's form, by the form's keys.
     *
     * @param wanted words that occur in the form; keys not among them need no answer
     */
    Map<String, String> of(String reference, Set<String> wanted);
}
