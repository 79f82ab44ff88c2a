package io.loanflow.workflow;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a waiting step into another stage, as the model states it.
 *
 * @param activityId the user task, receive task or message event that has to happen
 * @param message name of the message, null for a user task
 * @param decision value of the form's decision that leads this way, null when there is only one way
 * @param to the stage it leads to
 * @param who groups that may take it; null where the model says nothing
 * @param needsReason true when a person has to say why
 * @param gates bean names of the gates on the way
 */
public record Exit(
        String activityId,
        @Nullable String message,
        @Nullable String decision,
        Stage to,
        @Nullable Set<String> who,
        boolean needsReason,
        List<String> gates) {

    /** True when only the system may take it: a message of which the model does not say who may send it. */
    boolean isForTheSystem() {
        return message != null && who == null;
    }
}
