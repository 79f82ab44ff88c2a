package io.loanflow.application.process;

import io.loanflow.application.ApplicationIntake;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** First step of every application: checks and stores what was entered and gives the instance its reference. */
@Component("registerApplication")
class RegisterApplicationDelegate implements JavaDelegate {

    private final ApplicationIntake intake;

    RegisterApplicationDelegate(ApplicationIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = intake.submit(StartVariables.take(execution), execution.getProcessInstanceId());
        execution.setProcessBusinessKey(reference);
    }
}
