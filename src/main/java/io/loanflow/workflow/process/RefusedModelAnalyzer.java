package io.loanflow.workflow.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the analyst, instead of a stack trace, which model the application does not start with and why. */
class RefusedModelAnalyzer extends AbstractFailureAnalyzer<ParseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ParseException refused) {
        var findings = refused.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(error ->
                                report.getResourceName() + ", line " + error.getLine() + ": " + error.getMessage()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                findings.isEmpty() ? "A process model is refused: " + refused.getMessage() : findings,
                "Correct the model and start again. Nothing was deployed; running applications stay as they are.",
                refused);
    }
}
