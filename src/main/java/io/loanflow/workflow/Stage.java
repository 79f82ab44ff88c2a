package io.loanflow.workflow;

import java.util.Set;

/**
 * A stage of a process as its model states it.
 *
 * @param id what clients call it, lower_snake
 * @param name what people call it
 * @param order position in lists; unstated stages come last
 * @param open false where an application counts as closed
 * @param visibleTo groups that see an application once it has been in this stage
 * @param notifyGroups groups told when an application enters
 * @param editableBy groups that may change the application and its parties in this stage
 * @param signingsContinueIn stages to which this one can be left while documents are being signed; empty when it does not matter
 */
public record Stage(
        String id,
        String name,
        int order,
        boolean open,
        Set<String> visibleTo,
        Set<String> notifyGroups,
        Set<String> editableBy,
        Set<String> signingsContinueIn) {

    /** Whether documents that are being signed are not to be signed any more when this stage is left for another. */
    boolean leavingVoidsSignings(Stage to) {
        return !to.open() || (!signingsContinueIn.isEmpty() && !signingsContinueIn.contains(to.id()));
    }
}
