package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.SIGNER_ID;

import io.loanflow.document.GivenAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a signature with its evidence. */
@Component("recordSignature")
class RecordSignatureDelegate implements JavaDelegate {

    private final GivenAnswers answers;

    RecordSignatureDelegate(GivenAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.sign((Long) execution.getVariable(SIGNER_ID), Answer.of(execution));
    }
}
