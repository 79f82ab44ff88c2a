package io.loanflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link FirstAdminMissing} into a sentence for whoever starts the application. */
class FirstAdminMissingAnalyzer extends AbstractFailureAnalyzer<FirstAdminMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FirstAdminMissing problem) {
        return new FailureAnalysis(
                problem.getMessage(),
                "Set LOANFLOW_ADMIN_EMAIL and LOANFLOW_ADMIN_PASSWORD for the first start on this database.",
                problem);
    }
}
