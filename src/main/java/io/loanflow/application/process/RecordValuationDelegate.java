package io.loanflow.application.process;

import io.loanflow.application.Valuations;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what a reviewer found the securities to be worth. */
@Component("recordValuation")
class RecordValuationDelegate implements JavaDelegate {

    private final Valuations valuations;

    RecordValuationDelegate(Valuations valuations) {
        this.valuations = valuations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        valuations.record(
                execution.getProcessBusinessKey(),
                Entered.among(execution, Set.of("valuationAmount", "valuationDate")));
    }
}
