package io.loanflow.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Reads the vocabulary of stages and exits out of a BPMN model. */
final class LifecycleReader {

    private static final int LAST = 1_000_000;

    private final BpmnModelInstance model;
    private final Function<String, List<String>> decisionsOfForm;
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Exit>> exits = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();

    private LifecycleReader(BpmnModelInstance model, Function<String, List<String>> decisionsOfForm) {
        this.model = model;
        this.decisionsOfForm = decisionsOfForm;
    }

    /**
     * @param version version of the process definition
     * @param decisionsOfForm values that the decision field of a form can take, by form id
     */
    static Lifecycle read(BpmnModelInstance model, int version, Function<String, List<String>> decisionsOfForm) {
        return new LifecycleReader(model, decisionsOfForm).read(version);
    }

    private Lifecycle read(int version) {
        var nodes = model.getModelElementsByType(FlowNode.class);
        nodes.forEach(this::readNode);
        nodes.forEach(this::readExits);
        return new Lifecycle(version, stages, parents, exits, roles, forms);
    }

    private void readNode(FlowNode node) {
        if (node instanceof BoundaryEvent boundary) {
            parents.put(node.getId(), boundary.getAttachedTo().getId());
        } else if (node.getParentElement() instanceof FlowNode parent) {
            parents.put(node.getId(), parent.getId());
        }
        var properties = Properties.of(node);
        properties.text("stage").ifPresent(id -> stages.put(node.getId(), stage(id, node, properties)));
        if (node instanceof UserTask task) {
            roles.put(task.getId(), properties.names("roles"));
            if (task.getCamundaFormRef() != null) {
                forms.put(task.getId(), task.getCamundaFormRef());
            }
        }
    }

    private static Stage stage(String id, FlowNode node, Properties properties) {
        return new Stage(
                id,
                node.getName() == null ? id : node.getName().strip(),
                properties.text("stageOrder").map(Integer::parseInt).orElse(LAST),
                properties.text("open").map(Boolean::parseBoolean).orElse(true),
                properties.names("visibleTo"),
                properties.names("notifyGroups"),
                properties.names("editableBy"),
                properties.names("signingsContinueIn"));
    }

    private void readExits(FlowNode node) {
        var message = messageOf(node);
        if (!(node instanceof UserTask) && message == null) {
            return;
        }
        if (node instanceof BoundaryEvent boundary && !boundary.cancelActivity()) {
            return;
        }
        var found = new ArrayList<Exit>();
        var finder = new ExitFinder(stages, decisions(node));
        finder.find(node, stageIdAround(node)).forEach(way -> found.add(way.asExit(node.getId(), message)));
        exits.put(node.getId(), List.copyOf(found));
    }

    private List<String> decisions(FlowNode node) {
        var form = forms.get(node.getId());
        return form == null ? List.of() : decisionsOfForm.apply(form);
    }

    private @Nullable String stageIdAround(FlowNode node) {
        for (@Nullable String id = node.getId(); id != null; id = parents.get(id)) {
            if (stages.containsKey(id)) {
                return id;
            }
        }
        return null;
    }

    private static @Nullable String messageOf(FlowNode node) {
        if (node instanceof ReceiveTask task) {
            return name(task.getMessage());
        }
        if (node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent) {
            return ((CatchEvent) node)
                    .getEventDefinitions().stream()
                            .filter(MessageEventDefinition.class::isInstance)
                            .map(definition -> name(((MessageEventDefinition) definition).getMessage()))
                            .findFirst()
                            .orElse(null);
        }
        return null;
    }

    private static @Nullable String name(@Nullable Message message) {
        return message == null ? null : message.getName();
    }
}
