package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_OUTCOME;

import io.loanflow.document.SigningSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the signers that one of them has refused. */
@Component("tellSigners")
class TellSignersDelegate implements JavaDelegate {

    private final SigningSteps steps;

    TellSignersDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.tellOfRefusal((Long) execution.getVariable(DOCUMENT_ID));
        execution.setVariable(SIGNING_OUTCOME, "declined");
    }
}
