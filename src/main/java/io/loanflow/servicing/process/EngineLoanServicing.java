package io.loanflow.servicing.process;

import static io.loanflow.servicing.process.LoanServicingContract.ARREARS_CLEARED;
import static io.loanflow.servicing.process.LoanServicingContract.LOAN_REPAID;
import static io.loanflow.servicing.process.LoanServicingContract.SCHEDULE_CHANGED;

import io.loanflow.identity.CurrentUser;
import io.loanflow.servicing.LoanServicing;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Informs the processes that watch a loan. */
@Component
class EngineLoanServicing implements LoanServicing {

    private final RuntimeService runtime;
    private final CurrentUser currentUser;

    EngineLoanServicing(@Lazy RuntimeService runtime, CurrentUser currentUser) {
        this.runtime = runtime;
        this.currentUser = currentUser;
    }

    @Override
    public void instalmentPaid(String reference, long instalmentId) {
        var message = InstalmentCollectionContract.INSTALMENT_PAID;
        tell(
                waiting(reference, message)
                        .processVariableValueEquals(InstalmentCollectionContract.INSTALMENT_ID, instalmentId),
                message);
    }

    @Override
    public void scheduleChanged(String reference) {
        tell(waiting(reference, SCHEDULE_CHANGED), SCHEDULE_CHANGED);
    }

    @Override
    public void arrearsCleared(String reference) {
        tell(waiting(reference, ARREARS_CLEARED), ARREARS_CLEARED);
    }

    @Override
    public void repaid(String reference) {
        tell(waiting(reference, LOAN_REPAID), LOAN_REPAID);
    }

    private ExecutionQuery waiting(String reference, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(reference)
                .messageEventSubscriptionName(message);
    }

    /** It follows by itself from what somebody recorded. */
    private void tell(ExecutionQuery waiting, String message) {
        currentUser.asTheSystem(
                () -> waiting.list().forEach(execution -> runtime.messageEventReceived(message, execution.getId())));
    }
}
