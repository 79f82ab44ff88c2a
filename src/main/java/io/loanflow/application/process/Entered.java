package io.loanflow.application.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a person entered with the step that has just completed. */
final class Entered {

    private Entered() {}

    static Map<String, Object> among(DelegateExecution execution, Set<String> names) {
        var entered = new HashMap<String, Object>();
        for (var name : names) {
            var value = execution.getVariable(name);
            if (value != null) {
                entered.put(name, value);
            }
        }
        return entered;
    }
}
