package io.loanflow.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands in the engine at this moment.
 *
 * @param stage null for the instant before it has reached its first stage
 * @param since when it entered that stage; read when asked for
 * @param tasks what waits for people in its own process
 * @param calledTasks what waits for people in the processes that it has called
 * @param messages execution that waits for a message, by the id of the waiting element
 * @param exits the ways into another stage that are open in the model, whoever asks
 * @param laterExits the ways into another stage from steps of this one that are still ahead
 */
public record Position(
        String reference,
        @Nullable Stage stage,
        Supplier<@Nullable Instant> since,
        List<OpenTask> tasks,
        List<OpenTask> calledTasks,
        Map<String, String> messages,
        List<Exit> exits,
        List<Exit> laterExits) {

    /** Id of the stage; empty for the instant before the first. */
    public String stageId() {
        return stage == null ? "" : stage.id();
    }

    /** What groups of people have to do, whichever process asks them; what only one person is asked is between them. */
    public List<OpenTask> groupTasks() {
        return Stream.concat(
                        tasks.stream(),
                        calledTasks.stream()
                                .filter(task ->
                                        !task.candidates().get().groups().isEmpty()))
                .toList();
    }

    List<Exit> exitsTo(String stageId) {
        return exits.stream().filter(exit -> exit.to().id().equals(stageId)).toList();
    }

    List<Exit> laterExitsTo(String stageId) {
        return laterExits.stream()
                .filter(exit -> exit.to().id().equals(stageId))
                .toList();
    }

    Optional<OpenTask> taskOf(Exit exit) {
        return tasks.stream()
                .filter(task -> task.key().equals(exit.activityId()))
                .findFirst();
    }
}
