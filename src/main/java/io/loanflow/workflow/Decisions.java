package io.loanflow.workflow;

import io.loanflow.identity.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the newest version of a decision table, never in somebody's name: the code asks, whatever people may do. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final CurrentUser currentUser;

    Decisions(DecisionService decisions, CurrentUser currentUser) {
        this.decisions = decisions;
        this.currentUser = currentUser;
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
        var rows = new ArrayList<Map<String, Object>>();
        currentUser.asTheSystem(() -> rows.addAll(
                decisions.evaluateDecisionTableByKey(table, variables).getResultList()));
        return rows;
    }
}
