package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_LINK;
import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_TITLE;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_EXPIRES_AT;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_REMINDERS;

import io.loanflow.document.SigningSteps;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out who has to sign and how long they have. */
@Component("startSigning")
class StartSigningDelegate implements JavaDelegate {

    private final SigningSteps steps;

    StartSigningDelegate(SigningSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var begun = steps.start((Long) execution.getVariable(DOCUMENT_ID));
        execution.setProcessBusinessKey(begun.reference());
        execution.setVariable(DOCUMENT_TITLE, begun.title());
        execution.setVariable(DOCUMENT_LINK, begun.link());
        execution.setVariable(SIGNING_EXPIRES_AT, Date.from(begun.expiresAt()));
        execution.setVariable(SIGNING_REMINDERS, begun.reminders());
    }
}
