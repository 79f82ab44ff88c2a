package io.loanflow.application.process;

import io.loanflow.application.Settlement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what was ticked in the settlement checklist. */
@Component("recordChecklist")
class RecordChecklistDelegate implements JavaDelegate {

    private final Settlement settlement;

    RecordChecklistDelegate(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var done = settlement.tickAll(execution.getProcessBusinessKey(), execution.getVariables());
        execution.setVariable(LoanOriginationContract.CHECKLIST_DONE, done);
    }
}
