package io.loanflow.application;

import io.loanflow.workflow.StageEntered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A move is a new version of the application: whoever holds the old one is told so by its ETag. One that takes documents
 * out of signing takes the approval back that they state.
 */
@Component
class MoveListener {

    private final LoanApplications applications;
    private final ApprovalRegister approvals;

    MoveListener(LoanApplications applications, ApprovalRegister approvals) {
        this.applications = applications;
        this.approvals = approvals;
    }

    @EventListener
    void moved(StageEntered event) {
        if (event.from() != null) {
            applications.touch(event.reference(), event.at());
        }
        if (event.voidsSignings()) {
            approvals.end(event.reference(), event.at());
        }
    }
}
