package io.loanflow.document.upload;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link ScannerProblem} into a sentence for whoever starts the application. */
class ScannerProblemAnalyzer extends AbstractFailureAnalyzer<ScannerProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ScannerProblem problem) {
        return new FailureAnalysis(
                problem.getMessage(),
                "Set LOANFLOW_DOCUMENTS_SCANNER to clamd://host:3310 or icap://host:1344/service, or take it away.",
                problem);
    }
}
