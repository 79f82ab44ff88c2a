package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.MATURITY_TOLD_AT;

import io.loanflow.servicing.Watch;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says when people are told that the loan comes to its end. */
@Component("findMaturity")
class FindMaturityDelegate implements JavaDelegate {

    private final Watch watch;

    FindMaturityDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MATURITY_TOLD_AT, Date.from(watch.maturity(execution.getProcessBusinessKey())));
    }
}
