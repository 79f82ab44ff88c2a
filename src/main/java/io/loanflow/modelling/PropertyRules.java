package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The properties of stages and exits have names and values that the system understands. */
final class PropertyRules {

    private static final Set<String> KNOWN = Set.of(
            "stage",
            "stageOrder",
            "open",
            "visibleTo",
            "editableBy",
            "notifyGroups",
            "signingsContinueIn",
            "who",
            "needsReason",
            "gates",
            "roles");

    private final Vocabulary vocabulary;

    PropertyRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void check(CheckedProcess process, Findings findings) {
        for (var element : process.model().getModelElementsByType(FlowElement.class)) {
            check(process, element, findings);
        }
    }

    private void check(CheckedProcess process, FlowElement element, Findings findings) {
        var properties = ModelProperties.of(element);
        var wrong = new Wrong(process, element, findings);
        for (var name : properties.values().keySet()) {
            if (!KNOWN.contains(name)) {
                wrong.say("has the property \"" + name + "\", which means nothing. Known are " + Findings.list(KNOWN)
                        + ".");
            }
        }
        for (var name : List.of("visibleTo", "editableBy", "notifyGroups", "who")) {
            known(properties.list(name), Vocabulary.GROUPS, name, "group", wrong);
        }
        known(properties.list("roles"), Vocabulary.ROLES, "roles", "role", wrong);
        known(properties.list("gates"), vocabulary.gates(), "gates", "gate", wrong);
        if (element instanceof UserTask task && task.getCamundaCandidateGroups() != null) {
            var groups = ModelProperties.split(task.getCamundaCandidateGroups());
            known(groups, Vocabulary.GROUPS, "candidate groups", "group", wrong);
        }
        form(properties, "stage", "[a-z][a-z0-9_]*", "small letters, digits and _, a letter first", wrong);
        form(properties, "stageOrder", "\\d{1,6}", "a whole number", wrong);
        form(properties, "open", "true|false", "true or false", wrong);
        form(properties, "needsReason", "true|false", "true or false", wrong);
    }

    private static void known(List<String> named, Collection<String> known, String where, String kind, Wrong wrong) {
        for (var name : named) {
            if (!known.contains(name)) {
                wrong.say("names the " + kind + " \"" + name + "\" in \"" + where
                        + "\", which does not exist. Known are " + Findings.list(known) + ".");
            }
        }
    }

    private static void form(ModelProperties properties, String name, String pattern, String words, Wrong wrong) {
        properties
                .text(name)
                .filter(value -> !value.matches(pattern))
                .ifPresent(value -> wrong.say("has \"" + value + "\" as \"" + name + "\". Enter " + words + "."));
    }

    private record Wrong(CheckedProcess process, BaseElement element, Findings findings) {

        void say(String what) {
            findings.add(process.file(), element.getId(), called(element) + " " + what);
        }
    }
}
