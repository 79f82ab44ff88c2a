package io.loanflow.workflow.process;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Blank;
import io.loanflow.workflow.Inputs;
import io.loanflow.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Hears the token enter and leave the elements that are stages. */
@Component
class StageListener implements ExecutionListener {

    /** Transient String: the stage that the token left in this transaction. */
    private static final String LEFT_STAGE = "leftStage";

    private final Steps steps;
    private final CurrentUser currentUser;

    StageListener(Steps steps, CurrentUser currentUser) {
        this.steps = steps;
        this.currentUser = currentUser;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (EVENTNAME_START.equals(execution.getEventName())) {
            entered(execution);
        } else {
            left(execution);
        }
    }

    private void left(DelegateExecution execution) {
        steps.left(
                        execution.getProcessBusinessKey(),
                        execution.getProcessDefinitionId(),
                        execution.getCurrentActivityId())
                .ifPresent(stage ->
                        execution.getProcessInstance().setVariable(LEFT_STAGE, Variables.stringValue(stage, true)));
    }

    private void entered(DelegateExecution execution) {
        steps.entered(
                execution.getProcessBusinessKey(),
                execution.getProcessDefinitionId(),
                execution.getCurrentActivityId(),
                (String) execution.getVariable(LEFT_STAGE),
                currentUser.find().map(Viewer::userId).orElse(null),
                Blank.toNull(execution.getVariable(Inputs.REASON)));
    }
}
