package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.INSTALMENT_ID;
import static io.loanflow.servicing.process.LoanServicingContract.INSTALMENT_OWED;
import static io.loanflow.servicing.process.LoanServicingContract.NEXT_INSTALMENT_ID;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins to collect the instalment that has come up, if there is anything to collect. */
@Component("openInstalment")
class OpenInstalmentDelegate implements JavaDelegate {

    private final Watch watch;

    OpenInstalmentDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = (Long) execution.getVariable(NEXT_INSTALMENT_ID);
        execution.setVariable(INSTALMENT_ID, id);
        execution.setVariable(INSTALMENT_OWED, watch.begin(execution.getProcessBusinessKey(), id));
    }
}
