package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.SIGNER_ID;

import io.loanflow.document.GivenAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a refusal with its reason. */
@Component("recordRefusal")
class RecordRefusalDelegate implements JavaDelegate {

    private final GivenAnswers answers;

    RecordRefusalDelegate(GivenAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.refuse((Long) execution.getVariable(SIGNER_ID), Answer.of(execution));
    }
}
