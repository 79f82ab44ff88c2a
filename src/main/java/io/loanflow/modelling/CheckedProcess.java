package io.loanflow.modelling;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Document;

/** A readable BPMN file, as a model and as plain XML. */
record CheckedProcess(ModelFile file, BpmnModelInstance model, Document xml) {

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    String id() {
        return process().getId();
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    /** The element as an analyst knows it: by its name, with its id where it has none. */
    static String called(BaseElement element) {
        if (element instanceof FlowElement named
                && named.getName() != null
                && !named.getName().isBlank()) {
            return "\"" + named.getName().strip() + "\"";
        }
        return "The element " + element.getId();
    }
}
