package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.SIGNER_ID;

import io.loanflow.document.SigningSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds a signer who has not answered yet. */
@Component("remindSigner")
class RemindSignerDelegate implements JavaDelegate {

    private final SigningSteps steps;

    RemindSignerDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.remind((Long) execution.getVariable(SIGNER_ID));
    }
}
