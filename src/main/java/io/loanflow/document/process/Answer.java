package io.loanflow.document.process;

import io.loanflow.document.SigningInputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a signer entered with the task that has just completed. */
final class Answer {

    private static final List<String> NAMES = List.of(
            SigningInputs.NAME,
            SigningInputs.REASON,
            SigningInputs.KIND,
            SigningInputs.VALUE,
            SigningInputs.AUTHENTICATED_BY);

    private Answer() {}

    static Map<String, String> of(DelegateExecution execution) {
        var answer = new HashMap<String, String>();
        for (var name : NAMES) {
            var value = execution.getVariable(name);
            if (value != null) {
                answer.put(name, value.toString());
            }
        }
        return answer;
    }
}
