package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_OUTCOME;

import io.loanflow.document.Sealing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the signed copy. */
@Component("sealDocument")
class SealDocumentDelegate implements JavaDelegate {

    private final Sealing sealing;

    SealDocumentDelegate(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean sealed = sealing.seal((Long) execution.getVariable(DOCUMENT_ID));
        execution.setVariable(SIGNING_OUTCOME, sealed ? "signed" : "voided");
    }
}
