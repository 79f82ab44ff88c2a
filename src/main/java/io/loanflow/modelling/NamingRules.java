package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Names and documentation for people, ids for the code, and how long history is kept. */
final class NamingRules implements ProcessRule {

    private static final Pattern PROCESS_ID = Pattern.compile("[a-z][A-Za-z0-9]*");

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        checkProcess(process, findings);
        for (var element : process.model().getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                checkId(process, element, findings);
            }
        }
        process.nodes().forEach(node -> checkTexts(process, node, findings));
    }

    private static void checkProcess(CheckedProcess process, Findings findings) {
        var root = process.process();
        var id = root.getId();
        FileRules.nameIsId(process.file(), "process", id, findings);
        if (!PROCESS_ID.matcher(id).matches()) {
            findings.add(
                    process.file(),
                    id,
                    "The id \"" + id
                            + "\" of the process is not in the form loanOrigination: letters and digits, a small "
                            + "letter first. Change it.");
        }
        if (!root.isExecutable()) {
            findings.add(process.file(), id, "The process is not executable. Tick \"Executable\".");
        }
        if (root.getCamundaHistoryTimeToLiveString() == null) {
            findings.add(
                    process.file(),
                    id,
                    "The process has no history time to live. Enter for how many days its history is kept, for example"
                            + " 3650.");
        }
        if (blank(root.getName())) {
            findings.add(process.file(), id, "The process has no name. Give it one.");
        }
        if (root.getDocumentations().isEmpty()) {
            findings.add(
                    process.file(), id, "The process has no documentation. Say in a few sentences what it is for.");
        }
    }

    private static void checkId(CheckedProcess process, FlowElement element, Findings findings) {
        var prefix = prefix(element);
        if (!element.getId().matches(prefix + "[A-Z][A-Za-z0-9]*")) {
            findings.add(
                    process.file(),
                    element.getId(),
                    called(element) + " has the id \"" + element.getId() + "\". Change it to " + prefix
                            + " and what it is, like " + prefix + "CreditDecided.");
        }
    }

    private static String prefix(FlowElement element) {
        if (element instanceof StartEvent) {
            return "StartEvent_";
        }
        if (element instanceof EndEvent) {
            return "EndEvent_";
        }
        if (element instanceof Event) {
            return "Event_";
        }
        if (element instanceof Gateway) {
            return "Gateway_";
        }
        return element instanceof Activity ? "Activity_" : "Flow_";
    }

    private static void checkTexts(CheckedProcess process, FlowNode node, Findings findings) {
        if (node instanceof Gateway && !GatewayRules.asks(node)) {
            return;
        }
        if (blank(node.getName())) {
            findings.add(
                    process.file(), node.getId(), called(node) + " has no name. Give it one that people understand.");
        }
        if (node.getDocumentations().stream().allMatch(text -> blank(text.getTextContent()))) {
            findings.add(
                    process.file(),
                    node.getId(),
                    called(node) + " has no documentation. Say in a sentence or two what happens there.");
        }
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
