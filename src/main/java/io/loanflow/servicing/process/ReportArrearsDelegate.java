package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.InstalmentCollectionContract.ARREARS_TO_HANDLE;
import static io.loanflow.servicing.process.InstalmentCollectionContract.INSTALMENT_ID;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The loan is in arrears with an instalment: tells people, and says whether somebody has to be asked. */
@Component("reportArrears")
class ReportArrearsDelegate implements JavaDelegate {

    private final Watch watch;

    ReportArrearsDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ARREARS_TO_HANDLE, watch.reportArrears(execution.getProcessBusinessKey(), (Long)
                execution.getVariable(INSTALMENT_ID)));
    }
}
