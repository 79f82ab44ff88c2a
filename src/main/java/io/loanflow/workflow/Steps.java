package io.loanflow.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What has to happen when the engine takes a step, said in the workflow's own words. */
@Component
public class Steps {

    private final Lifecycles lifecycles;
    private final ApplicationLock lock;
    private final ExitGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(Lifecycles lifecycles, ApplicationLock lock, ExitGuard guard, ApplicationEventPublisher events, Clock clock) {
        this.lifecycles = lifecycles;
        this.lock = lock;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /** A staged element has been left; answers the id of its stage. */
    public Optional<String> left(String reference, String processDefinitionId, String activityId) {
        lock.acquire(reference);
        return stage(processDefinitionId, activityId).map(Stage::id);
    }

    /** A staged element has been entered. */
    public void entered(
            String reference,
            String processDefinitionId,
            String activityId,
            @Nullable String from,
            @Nullable String by,
            @Nullable String reason) {
        var lifecycle = lifecycles.byId(processDefinitionId);
        stage(processDefinitionId, activityId)
                .filter(stage -> !stage.id().equals(from))
                .ifPresent(stage -> {
                    EnteredStages.remember(reference, stage.id());
                    events.publishEvent(new StageEntered(
                            reference,
                            from,
                            stage,
                            by,
                            reason,
                            from != null
                                    && lifecycle
                                            .stage(from)
                                            .filter(left -> left.leavingVoidsSignings(stage))
                                            .isPresent(),
                            lifecycle.version(),
                            clock.instant()));
                });
    }

    /** A waiting element is about to complete with these inputs; refuses by throwing. */
    public void completing(
            String reference,
            String processDefinitionId,
            String activityId,
            Map<String, Object> inputs,
            Supplier<Boolean> isCandidate) {
        lock.acquire(reference);
        guard.pass(reference, waysOut(processDefinitionId, activityId, inputs), inputs, isCandidate);
    }

    /** Keys of what a person can enter at a user task. */
    public Set<String> inputsOf(String processDefinitionId, String activityId) {
        return lifecycles
                .formOf(processDefinitionId, activityId)
                .map(TaskForm::names)
                .orElse(Set.of());
    }

    /** Roles whose users a task is offered to. */
    public Set<String> rolesOf(String processDefinitionId, String activityId) {
        return lifecycles.byId(processDefinitionId).roles().getOrDefault(activityId, Set.of());
    }

    private List<Exit> waysOut(String processDefinitionId, String activityId, Map<String, Object> inputs) {
        var decision = String.valueOf(inputs.get(Inputs.DECISION));
        return lifecycles.byId(processDefinitionId).exitsOf(activityId).stream()
                .filter(exit -> exit.decision() == null || exit.decision().equals(decision))
                .toList();
    }

    private Optional<Stage> stage(String processDefinitionId, String activityId) {
        return Optional.ofNullable(lifecycles.byId(processDefinitionId).stages().get(activityId));
    }
}
