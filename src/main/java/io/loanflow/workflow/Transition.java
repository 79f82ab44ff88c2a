package io.loanflow.workflow;

import io.loanflow.platform.Violation;
import java.util.List;

/**
 * A move into another stage, as one person sees it now.
 *
 * @param to id of the stage
 * @param name name of the stage
 * @param allowed true when this person may make it and nothing blocks it
 * @param needsReason true when a reason has to be given
 * @param blockedBy everything that stands against it now, but for a reason that can be given with the request
 */
public record Transition(String to, String name, boolean allowed, boolean needsReason, List<Violation> blockedBy) {}
