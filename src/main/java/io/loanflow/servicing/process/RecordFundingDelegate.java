package io.loanflow.servicing.process;

import io.loanflow.servicing.Funding;
import java.util.HashMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the loan, once accounts have confirmed that the money went out. */
@Component("recordFunding")
class RecordFundingDelegate implements JavaDelegate {

    private static final Set<String> ENTERED = Set.of("fundedOn", "fundedAmount", "firstDue");

    private final Funding funding;

    RecordFundingDelegate(Funding funding) {
        this.funding = funding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var entered = new HashMap<String, Object>();
        ENTERED.stream()
                .filter(name -> execution.getVariable(name) != null)
                .forEach(name -> entered.put(name, execution.getVariable(name)));
        funding.record(execution.getProcessBusinessKey(), entered);
    }
}
