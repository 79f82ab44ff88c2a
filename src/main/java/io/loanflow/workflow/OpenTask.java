package io.loanflow.workflow;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param key id of the step in the model
 * @param reference the application
 * @param assignee user who has claimed it
 * @param candidateUsers users whom it is offered to
 * @param candidateGroups groups whom it is offered to
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String reference,
        @Nullable String description,
        @Nullable String assignee,
        Instant createdAt,
        Set<String> candidateUsers,
        Set<String> candidateGroups,
        String processDefinitionId) {

    /** Whether it is offered to this person or already theirs. */
    public boolean isFor(io.loanflow.identity.Viewer viewer) {
        return viewer.userId().equals(assignee)
                || candidateUsers.contains(viewer.userId())
                || viewer.groups().stream().anyMatch(candidateGroups::contains);
    }
}
