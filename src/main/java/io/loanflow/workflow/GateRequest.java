package io.loanflow.workflow;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Blank;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to pass a gate, with what.
 *
 * @param by null when the application moves by itself
 * @param inputs what the person entered with the decision, by the names that the form or contract declares
 */
public record GateRequest(String reference, @Nullable Viewer by, Map<String, Object> inputs) {

    /** An entered text, absent when blank. */
    public Optional<String> text(String input) {
        return Optional.ofNullable(Blank.toNull(inputs.get(input)));
    }
}
