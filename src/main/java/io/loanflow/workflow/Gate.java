package io.loanflow.workflow;

import io.loanflow.platform.Violation;
import java.util.List;

/**
 * A condition for leaving a stage. The model names gates by bean name on its exits; the engine asks them whenever such an
 * exit is taken, whatever door the request came through, and whoever asks what is possible gets the same answer.
 */
public interface Gate {

    /** Every reason against passing now, empty when the gate is open. Decided from stored facts, never from variables. */
    List<Violation> reasonsAgainst(GateRequest request);
}
