package io.loanflow.workflow;

import java.util.Map;
import java.util.Set;

/** What a person has to know to complete a task. Each feature that knows something of it implements it. */
public interface Briefing {

    /**
     * What a task's form shows, by the form's keys: texts, and true or false for boxes.
     *
     * @param wanted words that occur in the form; keys not among them need no answer
     */
    Map<String, Object> of(String reference, Set<String> wanted);
}
