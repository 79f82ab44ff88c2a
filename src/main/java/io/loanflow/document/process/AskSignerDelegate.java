package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.SIGNER_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNER_USER;

import io.loanflow.document.SigningSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells a signer that it is their turn. */
@Component("askSigner")
class AskSignerDelegate implements JavaDelegate {

    private final SigningSteps steps;

    AskSignerDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var user = steps.ask((Long) execution.getVariable(SIGNER_ID));
        execution.setVariableLocal(SIGNER_USER, user);
    }
}
