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
 */
public record Stage(
        String id,
        String name,
        int order,
        boolean open,
        Set<String> visibleTo,
        Set<String> notifyGroups,
        Set<String> editableBy) {}
