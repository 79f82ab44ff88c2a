package io.loanflow.notification.process;

import io.loanflow.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** The variables of {@code mailDelivery}. Nothing is taken from outside: a mail is written by the system. */
@Component
class MailDeliveryContract implements ProcessContract {

    static final String PROCESS = "mailDelivery";

    /** Long: which mail. */
    static final String MAIL_ID = "mailId";

    @Override
    public String processId() {
        return PROCESS;
    }
}
