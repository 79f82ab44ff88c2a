package io.loanflow.servicing.process;

import io.loanflow.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** The variables of {@code instalmentCollection}. Nothing is taken from outside. */
@Component
class InstalmentCollectionContract implements ProcessContract {

    static final String PROCESS = "instalmentCollection";

    /** Long: the instalment that is collected. */
    static final String INSTALMENT_ID = "instalmentId";

    /** String, an input of the step: which reminder, {@code upcoming}, {@code first} or {@code second}. */
    static final String REMINDER = "reminder";

    /** Date: when the borrowers are reminded of a late instalment. */
    static final String FIRST_REMINDER_AT = "firstReminderAt";

    /** Date: when they are reminded again. */
    static final String SECOND_REMINDER_AT = "secondReminderAt";

    /** Date: when the loan is in arrears with it. */
    static final String ARREARS_AT = "arrearsAt";

    /** Boolean: somebody has to handle the arrears and was not asked yet. */
    static final String ARREARS_TO_HANDLE = "arrearsToHandle";

    /** Message: the instalment is paid. */
    static final String INSTALMENT_PAID = "instalmentPaid";

    @Override
    public String processId() {
        return PROCESS;
    }
}
