package io.loanflow.application;

import io.loanflow.workflow.StageEntered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A move is a new version of the application: whoever holds the old one is told so by its ETag. */
@Component
class MoveListener {

    private final LoanApplications applications;

    MoveListener(LoanApplications applications) {
        this.applications = applications;
    }

    @EventListener
    void moved(StageEntered event) {
        if (event.from() != null) {
            applications.touch(event.reference(), event.at());
        }
    }
}
