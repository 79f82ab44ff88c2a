package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.InstalmentCollectionContract.ARREARS_AT;
import static io.loanflow.servicing.process.InstalmentCollectionContract.FIRST_REMINDER_AT;
import static io.loanflow.servicing.process.InstalmentCollectionContract.INSTALMENT_ID;
import static io.loanflow.servicing.process.InstalmentCollectionContract.SECOND_REMINDER_AT;

import io.loanflow.servicing.Watch;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says when people are told about the instalment. */
@Component("startCollection")
class StartCollectionDelegate implements JavaDelegate {

    private final Watch watch;

    StartCollectionDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Calling.reference(execution);
        execution.setProcessBusinessKey(reference);
        var days = watch.days(reference, (Long) execution.getVariable(INSTALMENT_ID));
        execution.setVariable(FIRST_REMINDER_AT, Date.from(days.firstReminder()));
        execution.setVariable(SECOND_REMINDER_AT, Date.from(days.secondReminder()));
        execution.setVariable(ARREARS_AT, Date.from(days.arrears()));
    }
}
