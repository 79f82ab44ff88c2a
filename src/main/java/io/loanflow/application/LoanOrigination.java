package io.loanflow.application;

/** The process that a loan application lives in, as the rest of the feature sees it. */
public interface LoanOrigination {

    /**
     * Starts an application.
     *
     * @param application JSON as in {@code POST /api/applications}
     * @return the reference of the new application
     */
    String start(String application);

    /** Tells the process that figures or parties have changed; what follows from it is for the model to say. */
    void figuresChanged(String reference);
}
