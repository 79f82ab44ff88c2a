package io.loanflow.application.process;

import static io.loanflow.application.process.LoanOriginationContract.APPLICATION;
import static io.loanflow.application.process.LoanOriginationContract.FIGURES_CHANGED;
import static io.loanflow.application.process.LoanOriginationContract.PROCESS;

import io.loanflow.application.LoanOrigination;
import io.loanflow.identity.CurrentUser;
import io.loanflow.workflow.Inputs;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts and informs the process {@code loanOrigination}. */
@Component
class EngineLoanOrigination implements LoanOrigination {

    private final RuntimeService runtime;
    private final CurrentUser currentUser;

    EngineLoanOrigination(RuntimeService runtime, CurrentUser currentUser) {
        this.runtime = runtime;
        this.currentUser = currentUser;
    }

    @Override
    public String start(String application) {
        var variables =
                Variables.createVariables().putValueTyped(APPLICATION, Variables.stringValue(application, true));
        return runtime.startProcessInstanceByKey(PROCESS, variables).getBusinessKey();
    }

    @Override
    public void figuresChanged(String reference) {
        var why = Variables.createVariables()
                .putValueTyped(Inputs.REASON, Variables.stringValue("The figures were changed.", true));
        currentUser.asTheSystem(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(reference)
                .messageEventSubscriptionName(FIGURES_CHANGED)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(FIGURES_CHANGED, waiting.getId(), why)));
    }
}
