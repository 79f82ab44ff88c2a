package io.loanflow.workflow.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a person entered: it is there for the steps of this transaction and never stored with the engine. Every door hands it
 * over as transient variables.
 */
final class TransientInputs {

    private TransientInputs() {}

    static Map<String, Object> of(DelegateExecution execution, Set<String> names) {
        var inputs = new HashMap<String, Object>();
        for (var name : names) {
            TypedValue value = execution.getVariableTyped(name);
            if (value != null && value.getValue() != null) {
                requireTransient(name, value);
                inputs.put(name, value.getValue());
            }
        }
        return inputs;
    }

    private static void requireTransient(String name, TypedValue value) {
        if (!value.isTransient()) {
            throw new IllegalStateException("The input '" + name + "' would be stored: hand it over as transient");
        }
    }
}
