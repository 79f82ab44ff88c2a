package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;

import io.loanflow.document.ApplicationProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes an application back when a required document was refused. */
@Component("returnApplication")
class ReturnApplicationDelegate implements JavaDelegate {

    private final ApplicationProgress progress;

    ReturnApplicationDelegate(ApplicationProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.refused((Long) execution.getVariable(DOCUMENT_ID));
    }
}
