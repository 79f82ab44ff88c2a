package io.loanflow.servicing.process;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells people that the loan comes to its end. */
@Component("tellMaturity")
class TellMaturityDelegate implements JavaDelegate {

    private final Watch watch;

    TellMaturityDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.tellMaturity(execution.getProcessBusinessKey());
    }
}
