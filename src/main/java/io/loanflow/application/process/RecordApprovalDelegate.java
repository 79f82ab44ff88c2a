package io.loanflow.application.process;

import static io.loanflow.application.process.LoanOriginationContract.APPROVAL_EXPIRES_AT;

import io.loanflow.application.Approvals;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores the terms of the approval and says when it expires. */
@Component("recordApproval")
class RecordApprovalDelegate implements JavaDelegate {

    private static final Set<String> TERMS =
            Set.of("termsAmount", "termsTerm", "termsRate", "termsExpiry", "termsConditions", "overrideReason");

    private final Approvals approvals;

    RecordApprovalDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var expiresAt = approvals.approve(execution.getProcessBusinessKey(), Entered.among(execution, TERMS));
        execution.setVariable(APPROVAL_EXPIRES_AT, Date.from(expiresAt));
    }
}
