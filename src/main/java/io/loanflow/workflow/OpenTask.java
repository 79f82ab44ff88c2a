package io.loanflow.workflow;

import io.loanflow.identity.Viewer;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param key id of the step in the model
 * @param reference the application
 * @param assignee user who has claimed it
 * @param candidates whom it is offered to; read when asked for
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String reference,
        @Nullable String description,
        @Nullable String assignee,
        Instant createdAt,
        Supplier<Candidates> candidates,
        String processDefinitionId) {

    /** Users and groups whom a task is offered to. */
    public record Candidates(Set<String> users, Set<String> groups) {}

    /** Whether it is offered to this person or already theirs. */
    public boolean isFor(Viewer viewer) {
        return viewer.userId().equals(assignee)
                || candidates.get().users().contains(viewer.userId())
                || viewer.groups().stream().anyMatch(candidates.get().groups()::contains);
    }
}
