package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Wherever an application waits, it is in exactly one stage, and it can leave it. */
final class StageRules implements ProcessRule {

    private final PropertyRules properties;

    StageRules(Vocabulary vocabulary) {
        properties = new PropertyRules(vocabulary);
    }

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        properties.check(process, findings);
        var stages = process.nodes().stream().filter(StageRules::isStage).toList();
        if (stages.isEmpty()) {
            return;
        }
        unique(process, stages, findings);
        stages.forEach(stage -> wayOut(process, stage, findings));
        stages.forEach(stage -> notNested(process, stage, findings));
        process.nodes().stream()
                .filter(StageRules::waits)
                .filter(node -> !isBeside(node))
                .forEach(node -> staged(process, node, findings));
    }

    private static void unique(CheckedProcess process, List<FlowNode> stages, Findings findings) {
        var seen = new HashMap<String, FlowNode>();
        for (var stage : stages) {
            var id = ModelProperties.of(stage).text("stage").orElse("");
            var other = seen.putIfAbsent(id, stage);
            if (other != null) {
                findings.add(
                        process.file(),
                        stage.getId(),
                        called(stage) + " is the stage \"" + id + "\", and so is " + called(other)
                                + ". Give one of them another stage.");
            }
        }
    }

    private static void wayOut(CheckedProcess process, FlowNode stage, Findings findings) {
        boolean left = !stage.getOutgoing().isEmpty()
                || process.model().getModelElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(event -> stage.equals(event.getAttachedTo())
                                && !event.getOutgoing().isEmpty());
        if (!left && !(stage instanceof EndEvent)) {
            findings.add(
                    process.file(),
                    stage.getId(),
                    "The stage " + called(stage)
                            + " has no way out. Draw a flow to where it leads, or make it an end event.");
        }
    }

    private static void notNested(CheckedProcess process, FlowNode stage, Findings findings) {
        var around = stagesAround(stage);
        if (around.size() > 1) {
            findings.add(
                    process.file(),
                    stage.getId(),
                    "The stage " + called(stage) + " lies inside the stage " + called(around.get(1))
                            + ". Stages follow one another: take the property \"stage\" off one of them.");
        }
    }

    private static void staged(CheckedProcess process, FlowNode node, Findings findings) {
        if (stagesAround(node).isEmpty()) {
            findings.add(
                    process.file(),
                    node.getId(),
                    called(node)
                            + " waits outside every stage, so nobody could say where the application stands. Draw it "
                            + "inside a stage, or make it one with the property \"stage\".");
        }
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    /** What an event starts in a sub-process of its own runs beside the stages. */
    private static boolean isBeside(FlowNode node) {
        for (ModelElementInstance at = node; at instanceof FlowNode inner; at = inner.getParentElement()) {
            if (inner instanceof SubProcess scope && scope.triggeredByEvent()) {
                return true;
            }
        }
        return false;
    }

    /** The element itself and what it lies in, as far as they are stages; the innermost first. */
    private static List<FlowNode> stagesAround(FlowNode node) {
        var around = new ArrayList<FlowNode>();
        for (ModelElementInstance at = node; at instanceof FlowNode inner; at = inner.getParentElement()) {
            if (isStage(inner)) {
                around.add(inner);
            }
        }
        return around;
    }

    private static boolean isStage(FlowNode node) {
        return ModelProperties.of(node).text("stage").isPresent();
    }
}
