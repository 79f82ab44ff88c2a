package io.loanflow.document.process;

import io.loanflow.document.ApprovalDocuments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the documents of an approval and sends them for signing. */
@Component("generateDocuments")
class GenerateDocumentsDelegate implements JavaDelegate {

    private final ApprovalDocuments documents;

    GenerateDocumentsDelegate(ApprovalDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.prepare(execution.getProcessBusinessKey());
    }
}
