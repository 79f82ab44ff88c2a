package io.loanflow.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the newest version of a decision table. */
@Component
public class Decisions {

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The rows that apply, each as its outputs by name.
     *
     * @param table id of the decision
     * @param inputs values by the names that the table's input expressions use; nulls are passed on
     */
    public List<Map<String, Object>> decide(String table, Map<String, ?> inputs) {
        var variables = Variables.createVariables();
        variables.putAll(inputs);
        return decisions.evaluateDecisionTableByKey(table, variables).getResultList();
    }
}
