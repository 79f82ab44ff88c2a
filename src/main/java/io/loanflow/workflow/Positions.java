package io.loanflow.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the engine where an application's token is. */
@Component
public class Positions {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Instances instances;
    private final OpenTasks tasks;
    private final Lifecycles lifecycles;

    Positions(
            RuntimeService runtime,
            HistoryService history,
            Instances instances,
            OpenTasks tasks,
            Lifecycles lifecycles) {
        this.runtime = runtime;
        this.instances = instances;
        this.history = history;
        this.tasks = tasks;
        this.lifecycles = lifecycles;
    }

    /** Where the token of that application is; an ended one stands where it ended. */
    public Position of(String reference) {
        return instances
                .running(reference)
                .map(instance -> running(reference, instance))
                .orElseGet(() -> left(reference, instances.ended(reference)));
    }

    private Position running(String reference, ProcessInstance instance) {
        var lifecycle = lifecycles.byId(instance.getProcessDefinitionId());
        var all = tasks.ofApplication(reference);
        var open = all.stream()
                .filter(task -> task.processDefinitionId().equals(instance.getProcessDefinitionId()))
                .toList();
        var messages = waitingMessages(instance.getId());
        var waiting = new LinkedHashSet<String>();
        open.forEach(task -> waiting.add(task.key()));
        waiting.addAll(messages.keySet());
        var element = stageElement(lifecycle, waiting)
                .or(() -> stageElement(lifecycle, runtime.getActiveActivityIds(instance.getId())));
        var stage = element.map(id -> lifecycle.stages().get(id)).orElse(null);
        if (stage == null) {
            return left(reference, instance.getId());
        }
        var later = element.map(id -> lifecycle.exitsLater(id, waiting)).orElse(List.of());
        return new Position(
                reference,
                stage,
                () -> element.map(id -> enteredAt(instance.getId(), id)).orElse(null),
                open,
                all.stream().filter(task -> !open.contains(task)).toList(),
                messages,
                away(lifecycle.exitsOf(waiting), stage),
                away(later, stage));
    }

    private static List<Exit> away(List<Exit> exits, @Nullable Stage from) {
        return exits.stream()
                .filter(exit -> from == null || !exit.to().id().equals(from.id()))
                .toList();
    }

    private static Optional<String> stageElement(Lifecycle lifecycle, Collection<String> activityIds) {
        return activityIds.stream()
                .map(lifecycle::stageElementAround)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** No token is in a stage any more, or none yet; what is signed beside them may go on for a moment. */
    private Position left(String reference, String instanceId) {
        var last = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 20);
        for (var step : last) {
            var stage = lifecycles.byId(step.getProcessDefinitionId()).stages().get(step.getActivityId());
            if (stage != null) {
                return new Position(
                        reference,
                        stage,
                        () -> instant(step.getStartTime()),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of());
            }
        }
        return new Position(reference, null, () -> null, List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    private HashMap<String, String> waitingMessages(String instanceId) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instanceId).eventType("message").list().stream()
                .collect(Collectors.toMap(
                        EventSubscription::getActivityId,
                        EventSubscription::getExecutionId,
                        (one, other) -> one,
                        HashMap::new));
    }

    private @Nullable Instant enteredAt(String instanceId, String elementId) {
        var entries = new ArrayList<HistoricActivityInstance>(history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .activityId(elementId)
                .unfinished()
                .list());
        return entries.isEmpty() ? null : instant(entries.get(0).getStartTime());
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
