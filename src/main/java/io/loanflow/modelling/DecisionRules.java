package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a person can choose in a form and the ways out of the gateway behind the task are the same. */
final class DecisionRules {

    private static final String DECISION = "decision";
    private static final Pattern CHOICE = Pattern.compile("[$#]\\{\\s*" + DECISION + "\\s*==\\s*['\"](\\w+)['\"]\\s*}");

    private final CheckedProcess process;
    private final CheckedModels models;
    private final Findings findings;

    DecisionRules(CheckedProcess process, CheckedModels models, Findings findings) {
        this.process = process;
        this.models = models;
        this.findings = findings;
    }

    void check() {
        for (var task : process.model().getModelElementsByType(UserTask.class)) {
            Optional.ofNullable(task.getCamundaFormRef())
                    .flatMap(models::form)
                    .map(form -> form.options(DECISION))
                    .filter(options -> !options.isEmpty())
                    .ifPresent(options -> check(task, options));
        }
    }

    private void check(UserTask task, List<String> options) {
        var gateway = gatewayBehind(task);
        if (gateway.isEmpty()) {
            add(
                    task,
                    "The form of " + called(task)
                            + " asks for a decision, but no gateway behind the task uses it. Add a "
                            + "gateway, or take the field \"decision\" out of the form.");
        } else {
            compare(task, gateway.get(), options);
        }
    }

    private void compare(UserTask task, FlowNode gateway, List<String> options) {
        var named = gateway.getOutgoing().stream()
                .map(DecisionRules::choice)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var value : named) {
            if (!options.contains(value)) {
                add(
                        gateway,
                        "The gateway " + called(gateway) + " has a flow for the decision \"" + value
                                + "\", which the form of " + called(task) + " does not offer. It offers "
                                + Findings.list(options) + ".");
            }
        }
        var left = options.stream().filter(option -> !named.contains(option)).toList();
        if (left.size() != 1) {
            add(
                    gateway,
                    "The gateway " + called(gateway) + " leaves " + left.size() + " decisions of the form of "
                            + called(task) + " to the default flow (" + Findings.list(left)
                            + "). Give all but one a flow "
                            + "with a condition like ${decision == 'approve'}; the default flow is for the last one.");
        }
    }

    private Optional<FlowNode> gatewayBehind(UserTask task) {
        var open = new ArrayDeque<FlowNode>(List.of(task));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!seen.add(node.getId())) {
                continue;
            }
            if (node.getOutgoing().stream().anyMatch(flow -> choice(flow).isPresent())) {
                return Optional.of(node);
            }
            open.addAll(next(node, task));
        }
        return Optional.empty();
    }

    private static Set<FlowNode> next(FlowNode node, UserTask task) {
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess around) {
            return targets(around);
        }
        boolean passes = node.equals(task) || node instanceof ServiceTask || GatewayRules.asks(node);
        return passes ? targets(node) : Set.of();
    }

    private static Set<FlowNode> targets(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).collect(Collectors.toSet());
    }

    private static Optional<String> choice(SequenceFlow flow) {
        if (flow.getConditionExpression() == null) {
            return Optional.empty();
        }
        var matcher = CHOICE.matcher(flow.getConditionExpression().getTextContent());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void add(FlowNode node, String message) {
        findings.add(process.file(), node.getId(), message);
    }
}
