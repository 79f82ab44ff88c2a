package io.loanflow.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a process model says about stages, exits and tasks. Immutable.
 *
 * @param version version of the process definition
 * @param stages by the id of the element that is the stage
 * @param parents enclosing scope of each element; for a boundary event what it is attached to
 * @param exits by the id of the waiting element
 * @param roles roles whose users are candidates, by user task
 * @param forms form id by user task
 */
record Lifecycle(
        int version,
        Map<String, Stage> stages,
        Map<String, String> parents,
        Map<String, List<Exit>> exits,
        Map<String, Set<String>> roles,
        Map<String, String> forms) {

    /** The stage that an element is in or is itself. */
    Optional<Stage> stageAround(String activityId) {
        return stageElementAround(activityId).map(stages::get);
    }

    Optional<Stage> stage(String id) {
        return stages.values().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** Id of the element that is the stage around another element. */
    Optional<String> stageElementAround(String activityId) {
        for (@Nullable String id = activityId; id != null; id = parents.get(id)) {
            if (stages.containsKey(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    List<Exit> exitsOf(Collection<String> activityIds) {
        return activityIds.stream()
                .distinct()
                .flatMap(id -> exits.getOrDefault(id, List.of()).stream())
                .sorted(Comparator.comparingInt(exit -> exit.to().order()))
                .toList();
    }

    List<Exit> exitsOf(String activityId) {
        return exits.getOrDefault(activityId, List.of());
    }

    /** The exits of steps of a stage that the token has not reached yet. */
    List<Exit> exitsLater(String stageElement, Collection<String> waiting) {
        return exitsOf(exits.keySet().stream()
                .filter(id -> !waiting.contains(id))
                .filter(id ->
                        stageElementAround(id).filter(stageElement::equals).isPresent())
                .toList());
    }

    List<Stage> stagesInOrder() {
        return stages.values().stream()
                .sorted(Comparator.comparingInt(Stage::order))
                .toList();
    }
}
