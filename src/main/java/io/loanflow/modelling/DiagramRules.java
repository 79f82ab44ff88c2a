package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.DataObjectReference;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Element;

/** Everything that runs can be seen and moved in the diagram. */
final class DiagramRules implements ProcessRule {

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        var shapes = drawn(process, "BPMNShape");
        var edges = drawn(process, "BPMNEdge");
        for (var element : process.model().getModelElementsByType(BaseElement.class)) {
            if (isShape(element) && !shapes.contains(element.getId())) {
                missing(process, element, "shape", findings);
            }
            if (isEdge(element) && !edges.contains(element.getId())) {
                missing(process, element, "line", findings);
            }
        }
        process.model().getModelElementsByType(SequenceFlow.class).forEach(flow -> joined(process, flow, findings));
    }

    private static Set<String> drawn(CheckedProcess process, String tag) {
        return SafeXml.elements(process.xml()).stream()
                .filter(element -> tag.equals(element.getLocalName()))
                .map((Element element) -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
    }

    private static boolean isShape(BaseElement element) {
        return element instanceof FlowNode
                || element instanceof Participant
                || element instanceof Lane
                || element instanceof DataObjectReference
                || element instanceof Artifact && !(element instanceof Association);
    }

    private static boolean isEdge(BaseElement element) {
        return element instanceof SequenceFlow || element instanceof MessageFlow || element instanceof Association;
    }

    private static void missing(CheckedProcess process, BaseElement element, String what, Findings findings) {
        findings.add(
                process.file(),
                element.getId(),
                called(element) + " has no " + what + " in the diagram, so nobody can see or change it. "
                        + "Draw it in Camunda Modeler, or remove it.");
    }

    private static void joined(CheckedProcess process, SequenceFlow flow, Findings findings) {
        if (!flow.getSource().getOutgoing().contains(flow)) {
            findings.add(process.file(), flow.getId(), unjoined(flow, flow.getSource(), "outgoing"));
        }
        if (!flow.getTarget().getIncoming().contains(flow)) {
            findings.add(process.file(), flow.getId(), unjoined(flow, flow.getTarget(), "incoming"));
        }
    }

    private static String unjoined(SequenceFlow flow, FlowNode node, String list) {
        return called(node) + " does not list the flow " + flow.getId() + " among its " + list
                + " flows. Draw the flow anew in Camunda Modeler.";
    }
}
