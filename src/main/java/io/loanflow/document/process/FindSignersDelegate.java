package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNERS_LEFT;
import static io.loanflow.document.process.DocumentSigningContract.SIGNER_IDS;

import io.loanflow.document.SigningSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Says whose turn it is. */
@Component("findSigners")
class FindSignersDelegate implements JavaDelegate {

    private final SigningSteps steps;

    FindSignersDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var turn = steps.next((Long) execution.getVariable(DOCUMENT_ID));
        execution.setVariable(SIGNER_IDS, Variables.untypedValue(turn.signerIds(), true));
        execution.setVariable(SIGNERS_LEFT, turn.more());
    }
}
