package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;

import io.loanflow.document.ApplicationProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves an application on when everything is signed. */
@Component("completeSignatures")
class CompleteSignaturesDelegate implements JavaDelegate {

    private final ApplicationProgress progress;

    CompleteSignaturesDelegate(ApplicationProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.signed((Long) execution.getVariable(DOCUMENT_ID));
    }
}
