package io.loanflow.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link DataFolderProblem} into the one sentence that the user sees instead of a stack trace. */
class DataFolderProblemAnalyzer extends AbstractFailureAnalyzer<DataFolderProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataFolderProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.action(), problem);
    }
}
