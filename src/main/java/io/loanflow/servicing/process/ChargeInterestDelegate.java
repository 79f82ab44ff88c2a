package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.INTEREST_INSTALMENT_ID;

import io.loanflow.servicing.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters interest in the ledger on the day on which it is due. */
@Component("chargeInterest")
class ChargeInterestDelegate implements JavaDelegate {

    private final Watch watch;

    ChargeInterestDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.charge(execution.getProcessBusinessKey(), (Long) execution.getVariable(INTEREST_INSTALMENT_ID));
    }
}
