package io.loanflow.servicing.process;

import io.loanflow.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** The variables of {@code loanServicing}. Nothing is taken from outside; an application that is funded starts it. */
@Component
class LoanServicingContract implements ProcessContract {

    static final String PROCESS = "loanServicing";

    /** Boolean: an instalment is left whose collection has not begun. */
    static final String INSTALMENT_LEFT = "instalmentLeft";

    /** Long: that instalment. */
    static final String NEXT_INSTALMENT_ID = "nextInstalmentId";

    /** Date: when it comes up. */
    static final String INSTALMENT_COMES_UP_AT = "instalmentComesUpAt";

    /** Boolean: the instalment that came up is not paid yet. */
    static final String INSTALMENT_OWED = "instalmentOwed";

    /** Long: the instalment that came up, for the process that collects it. */
    static final String INSTALMENT_ID = "instalmentId";

    /** Boolean: interest is left that is not in the ledger. */
    static final String INTEREST_LEFT = "interestLeft";

    /** Long: the instalment whose interest is next. */
    static final String INTEREST_INSTALMENT_ID = "interestInstalmentId";

    /** Date: when it is due. */
    static final String INTEREST_DUE_AT = "interestDueAt";

    /** Date: when people are told that the loan comes to its end. */
    static final String MATURITY_TOLD_AT = "maturityToldAt";

    /** String: what accounts say about the arrears that they have handled. */
    static final String ARREARS_NOTE = "arrearsNote";

    /** Message: other lines are to be watched. */
    static final String SCHEDULE_CHANGED = "scheduleChanged";

    /** Message: nothing is in arrears any more. */
    static final String ARREARS_CLEARED = "arrearsCleared";

    /** Message: nothing is owed any more. */
    static final String LOAN_REPAID = "loanRepaid";

    @Override
    public String processId() {
        return PROCESS;
    }
}
