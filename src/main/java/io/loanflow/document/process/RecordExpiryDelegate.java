package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_OUTCOME;

import io.loanflow.document.SigningSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a signing whose time is over. */
@Component("recordExpiry")
class RecordExpiryDelegate implements JavaDelegate {

    private final SigningSteps steps;

    RecordExpiryDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.expire((Long) execution.getVariable(DOCUMENT_ID));
        execution.setVariable(SIGNING_OUTCOME, "expired");
    }
}
