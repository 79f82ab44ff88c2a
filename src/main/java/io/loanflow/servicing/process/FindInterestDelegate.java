package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.INTEREST_DUE_AT;
import static io.loanflow.servicing.process.LoanServicingContract.INTEREST_INSTALMENT_ID;
import static io.loanflow.servicing.process.LoanServicingContract.INTEREST_LEFT;

import io.loanflow.servicing.Watch;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says which interest is owed next, and when. */
@Component("findInterest")
class FindInterestDelegate implements JavaDelegate {

    private final Watch watch;

    FindInterestDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = watch.nextInterest(execution.getProcessBusinessKey());
        execution.setVariable(INTEREST_LEFT, next.isPresent());
        next.ifPresent(turn -> {
            execution.setVariable(INTEREST_INSTALMENT_ID, turn.instalmentId());
            execution.setVariable(INTEREST_DUE_AT, Date.from(turn.at()));
        });
    }
}
