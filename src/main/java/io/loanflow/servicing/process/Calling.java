package io.loanflow.servicing.process;

import io.loanflow.platform.Problem;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The process that called this one. */
final class Calling {

    private Calling() {}

    /** @throws Problem 409 when somebody started the process by hand: there is no loan for it */
    static String reference(DelegateExecution execution) {
        var caller = execution.getSuperExecution();
        if (caller == null) {
            throw Problem.conflict("This process is started by an application that is funded, not by hand.", Map.of());
        }
        return caller.getProcessBusinessKey();
    }
}
