package io.loanflow.workflow.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Takes what a person entered out of the process instance: it is there for the steps of this transaction and never stored
 * with the engine, whichever door it came through.
 */
final class TransientInputs {

    private TransientInputs() {}

    static Map<String, Object> take(DelegateExecution execution, Set<String> names) {
        var inputs = new HashMap<String, Object>();
        for (var name : names) {
            var value = execution.getVariable(name);
            if (value != null) {
                inputs.put(name, value);
                execution.removeVariable(name);
                execution.getProcessInstance().setVariable(name, Variables.untypedValue(value, true));
            }
        }
        return inputs;
    }
}
