package io.loanflow.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Follows the flows from one waiting step until they reach another stage. */
final class ExitFinder {

    private static final Pattern DECISION = Pattern.compile("\\$\\{\\s*decision\\s*==\\s*['\"](\\w+)['\"]\\s*}");

    private final Map<String, Stage> stages;
    private final List<String> decisions;
    private final List<Way> found = new ArrayList<>();
    private final Set<List<Object>> walked = new HashSet<>();
    private @Nullable String homeId;

    /** @param decisions the values that the decision of the step's form can take */
    ExitFinder(Map<String, Stage> stages, List<String> decisions) {
        this.stages = stages;
        this.decisions = decisions;
    }

    /** @param home id of the element that is the stage around the step, null when there is none */
    List<Way> find(FlowNode step, @Nullable String home) {
        homeId = home;
        leave(step, Way.from(step));
        return found;
    }

    private void leave(FlowNode node, Way way) {
        var named = node.getOutgoing().stream()
                .map(ExitFinder::decisionOn)
                .flatMap(Optional::stream)
                .toList();
        for (var flow : node.getOutgoing()) {
            for (var on : waysAlong(flow, node, way, named)) {
                arrive(flow.getTarget(), on.past(flow));
            }
        }
    }

    private List<Way> waysAlong(SequenceFlow flow, FlowNode node, Way way, List<String> named) {
        var own = decisionOn(flow);
        if (own.isPresent()) {
            return agree(way, own.get());
        }
        if (named.isEmpty() || !isDefault(flow, node)) {
            return List.of(way);
        }
        if (way.decision() != null) {
            return named.contains(way.decision()) ? List.of() : List.of(way);
        }
        return decisions.stream()
                .filter(value -> !named.contains(value))
                .map(way::deciding)
                .toList();
    }

    private static List<Way> agree(Way way, String value) {
        if (way.decision() == null) {
            return List.of(way.deciding(value));
        }
        return way.decision().equals(value) ? List.of(way) : List.of();
    }

    private void arrive(FlowNode node, Way way) {
        if (!walked.add(java.util.Arrays.asList(node.getId(), way.decision()))) {
            return;
        }
        var stage = stages.get(node.getId());
        if (stage != null) {
            if (!node.getId().equals(homeId)) {
                found.add(way.into(stage));
            }
        } else if (node instanceof EndEvent end) {
            leaveScope(end, way);
        } else if (node instanceof SubProcess scope) {
            startOf(scope).ifPresent(start -> leave(start, way));
        } else if (!waits(node)) {
            leave(node, way.past(node));
        }
    }

    private void leaveScope(EndEvent end, Way way) {
        var error = end.getEventDefinitions().stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .map(ErrorEventDefinition.class::cast)
                .findFirst();
        if (error.isPresent()) {
            catcherOf(error.get(), end).ifPresent(catcher -> leave(catcher, way.past(catcher)));
        } else if (end.getParentElement() instanceof SubProcess scope && endsScope(end, scope)) {
            leave(scope, way);
        }
    }

    /** A plain end event ends its scope only where nothing else can be running beside it. */
    private static boolean endsScope(EndEvent end, SubProcess scope) {
        boolean terminates = end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance);
        return terminates
                || scope.getChildElementsByType(ParallelGateway.class).stream()
                        .noneMatch(gateway -> gateway.getOutgoing().size() > 1);
    }

    private static Optional<BoundaryEvent> catcherOf(ErrorEventDefinition thrown, FlowNode from) {
        var code = thrown.getError() == null ? null : thrown.getError().getErrorCode();
        for (@Nullable ModelElementInstance scope = from.getParentElement();
                scope instanceof SubProcess attached;
                scope = attached.getParentElement()) {
            var catcher = attached.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(boundary -> attached.equals(boundary.getAttachedTo()))
                    .filter(boundary -> catches(boundary, code))
                    .findFirst();
            if (catcher.isPresent()) {
                return catcher;
            }
        }
        return Optional.empty();
    }

    private static boolean catches(BoundaryEvent boundary, @Nullable String code) {
        return boundary.getEventDefinitions().stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .map(ErrorEventDefinition.class::cast)
                .anyMatch(error -> error.getError() == null
                        || java.util.Objects.equals(error.getError().getErrorCode(), code));
    }

    private static Optional<StartEvent> startOf(SubProcess scope) {
        return scope.getChildElementsByType(StartEvent.class).stream().findFirst();
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    private static boolean isDefault(SequenceFlow flow, FlowNode node) {
        return node instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    }

    private static Optional<String> decisionOn(SequenceFlow flow) {
        if (flow.getConditionExpression() == null) {
            return Optional.empty();
        }
        var matcher = DECISION.matcher(flow.getConditionExpression().getTextContent());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
