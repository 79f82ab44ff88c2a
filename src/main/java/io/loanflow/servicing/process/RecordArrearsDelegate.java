package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.ARREARS_NOTE;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what accounts say about the arrears that they have handled. */
@Component("recordArrears")
class RecordArrearsDelegate implements JavaDelegate {

    private final Watch watch;

    RecordArrearsDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.arrearsHandled(execution.getProcessBusinessKey(), String.valueOf(execution.getVariable(ARREARS_NOTE)));
    }
}
