package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.InstalmentCollectionContract.INSTALMENT_ID;
import static io.loanflow.servicing.process.InstalmentCollectionContract.REMINDER;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the borrowers about an instalment. */
@Component("remindOfInstalment")
class RemindOfInstalmentDelegate implements JavaDelegate {

    private final Watch watch;

    RemindOfInstalmentDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.remind(
                execution.getProcessBusinessKey(),
                (Long) execution.getVariable(INSTALMENT_ID),
                String.valueOf(execution.getVariable(REMINDER)));
    }
}
