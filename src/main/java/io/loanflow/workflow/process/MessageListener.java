package io.loanflow.workflow.process;

import io.loanflow.workflow.Inputs;
import io.loanflow.workflow.Steps;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Guards the messages that move an application on. */
@Component
class MessageListener implements ExecutionListener {

    private final Steps steps;

    MessageListener(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var inputs = TransientInputs.of(execution, Set.of(Inputs.REASON));
        steps.completing(
                execution.getProcessBusinessKey(),
                execution.getProcessDefinitionId(),
                execution.getCurrentActivityId(),
                inputs,
                () -> false);
    }
}
