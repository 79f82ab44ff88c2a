package io.loanflow.servicing;

/** The processes that watch a loan, as the rest of the feature sees them. */
public interface LoanServicing {

    /** An instalment is paid: nobody is reminded of it any more. */
    void instalmentPaid(String reference, long instalmentId);

    /** Other lines are to be watched from now on. */
    void scheduleChanged(String reference);

    /** Nothing is overdue any more that was in arrears. */
    void arrearsCleared(String reference);

    /** Nothing is owed any more: the loan is paid out. */
    void repaid(String reference);
}
