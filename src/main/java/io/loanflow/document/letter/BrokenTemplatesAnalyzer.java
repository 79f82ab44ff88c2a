package io.loanflow.document.letter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the analyst, instead of a stack trace, which template the application does not start with and why. */
class BrokenTemplatesAnalyzer extends AbstractFailureAnalyzer<BrokenTemplates> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenTemplates broken) {
        return new FailureAnalysis(
                broken.getMessage(),
                "Correct the template and start again. Documents that are there already stay as they are.",
                broken);
    }
}
