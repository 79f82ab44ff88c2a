package io.loanflow.modelling;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A model runs our delegates and reads variables, and nothing else. What is allowed is listed; everything else of the
 * engine's extensions is refused, so that no way of running code is forgotten.
 */
final class CodeRules implements ProcessRule {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> NAMESPACES = Set.of(
            "",
            BPMN,
            CAMUNDA,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/XML/1998/namespace",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
    private static final Set<String> ELEMENTS = Set.of(
            "properties",
            "property",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "in",
            "out",
            "map",
            "entry",
            "list",
            "value",
            "failedJobRetryTimeCycle",
            "executionListener",
            "taskListener");
    private static final Set<String> ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "candidateGroups",
            "candidateUsers",
            "assignee",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority",
            "initiator",
            "delegateExpression",
            "resultVariable",
            "mapDecisionResult",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "calledElementBinding",
            "calledElementVersion",
            "collection",
            "elementVariable",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "errorMessage",
            "errorCodeVariable",
            "errorMessageVariable",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");
    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
    private static final Set<String> ALWAYS_THERE = Set.of("loopCounter", "nrOfInstances", "nrOfCompletedInstances");

    private final Vocabulary vocabulary;

    CodeRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        var reading = new Reading(process, variables(process, models), findings);
        for (var element : SafeXml.elements(process.xml())) {
            checkElement(element, reading);
            SafeXml.attributes(element).forEach(attribute -> checkAttribute(element, attribute, reading));
            checkExpression(element, SafeXml.ownText(element), reading);
        }
    }

    private static void checkElement(Element element, Reading reading) {
        var name = element.getLocalName();
        boolean script = "scriptTask".equals(name) || "script".equals(name);
        if (script) {
            reading.say(element, "A model cannot run scripts. Use a service task with one of the known delegates.");
        } else if (CAMUNDA.equals(element.getNamespaceURI()) && !ELEMENTS.contains(name)
                || !NAMESPACES.contains(Objects.requireNonNullElse(element.getNamespaceURI(), ""))) {
            reading.say(element, "\"" + element.getNodeName() + "\" is not allowed in a model. Remove it.");
        }
    }

    private void checkAttribute(Element element, Attr attribute, Reading reading) {
        var name = Objects.requireNonNullElse(attribute.getLocalName(), attribute.getName());
        var namespace = Objects.requireNonNullElse(attribute.getNamespaceURI(), "");
        boolean ofListener = CAMUNDA.equals(element.getNamespaceURI()) && LISTENERS.contains(element.getLocalName());
        if ("class".equals(name)) {
            reading.say(element, "A model cannot name a Java class. Use one of the known delegates.");
        } else if ("delegateExpression".equals(name)) {
            checkDelegate(element, attribute.getValue(), reading);
        } else if (namespace.equals(CAMUNDA) && !ATTRIBUTES.contains(name)
                || !NAMESPACES.contains(namespace)
                || ofListener && !"event".equals(name)
                || "language".equals(name) && element.getLocalName().endsWith("xpression")) {
            reading.say(element, "\"" + attribute.getName() + "\" is not allowed in a model. Remove it.");
        } else {
            checkExpression(element, attribute.getValue(), reading);
        }
    }

    private void checkDelegate(Element element, String value, Reading reading) {
        boolean known = vocabulary.delegates().stream().anyMatch(name -> value.equals("${" + name + "}"));
        if (!known) {
            reading.say(
                    element,
                    "The delegate \"" + value + "\" does not exist. Known are " + Findings.list(vocabulary.delegates())
                            + ".");
        }
    }

    private void checkExpression(Element element, String text, Reading reading) {
        if (!Expression.in(text)) {
            return;
        }
        var expression = Expression.of(text);
        for (var call : expression.calls()) {
            reading.say(
                    element,
                    "\"" + expression.text() + "\" calls or looks into \"" + call
                            + "\". An expression may only read variables and compare them.");
        }
        for (var variable : expression.variables()) {
            if (!reading.variables().contains(variable)) {
                reading.say(
                        element,
                        "\"" + expression.text() + "\" uses \"" + variable
                                + "\", which no form asks for and no step sets. Known are "
                                + Findings.list(vocabulary.variables()) + " and the fields of the forms.");
            }
        }
    }

    private Set<String> variables(CheckedProcess process, CheckedModels models) {
        var variables = new HashSet<>(vocabulary.variables());
        variables.addAll(ALWAYS_THERE);
        formRefs(process).flatMap(id -> models.form(id).stream()).forEach(form -> variables.addAll(form.inputs()));
        for (var loop : process.model().getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            Stream.ofNullable(loop.getCamundaElementVariable()).forEach(variables::add);
        }
        SafeXml.elements(process.xml()).stream()
                .flatMap(element ->
                        Stream.of("initiator", "resultVariable").map(name -> element.getAttributeNS(CAMUNDA, name)))
                .filter(name -> !name.isEmpty())
                .forEach(variables::add);
        return variables.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> formRefs(CheckedProcess process) {
        var tasks =
                process.model().getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        var starts = process.model().getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef);
        return Stream.concat(tasks, starts).filter(Objects::nonNull);
    }

    private record Reading(CheckedProcess process, Set<String> variables, Findings findings) {

        void say(Element element, String message) {
            findings.add(process.file(), SafeXml.idAround(element), message);
        }
    }
}
