package io.loanflow.architecture.violations.delegates.application.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

record HasTwoCollaborators(Clock clock, Runnable service) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        service.run();
    }
}
