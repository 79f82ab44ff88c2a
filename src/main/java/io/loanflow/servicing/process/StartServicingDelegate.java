package io.loanflow.servicing.process;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins to watch the loan of the application that was funded. */
@Component("startServicing")
class StartServicingDelegate implements JavaDelegate {

    private final Watch watch;

    StartServicingDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setProcessBusinessKey(watch.started(Calling.reference(execution)));
    }
}
