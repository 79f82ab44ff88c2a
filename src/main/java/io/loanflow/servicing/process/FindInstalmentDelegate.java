package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.INSTALMENT_COMES_UP_AT;
import static io.loanflow.servicing.process.LoanServicingContract.INSTALMENT_LEFT;
import static io.loanflow.servicing.process.LoanServicingContract.NEXT_INSTALMENT_ID;

import io.loanflow.servicing.Watch;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says which instalment is collected next, and when it comes up. */
@Component("findInstalment")
class FindInstalmentDelegate implements JavaDelegate {

    private final Watch watch;

    FindInstalmentDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = watch.nextInstalment(execution.getProcessBusinessKey());
        execution.setVariable(INSTALMENT_LEFT, next.isPresent());
        next.ifPresent(turn -> {
            execution.setVariable(NEXT_INSTALMENT_ID, turn.instalmentId());
            execution.setVariable(INSTALMENT_COMES_UP_AT, Date.from(turn.at()));
        });
    }
}
