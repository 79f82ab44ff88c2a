package io.loanflow.modelling;

import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** A table has a name, a description and headings, is drawn, and is written in FEEL. */
final class TableRules {

    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final CheckedTable table;
    private final Findings findings;

    private TableRules(CheckedTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    static void check(CheckedTable table, Findings findings) {
        var rules = new TableRules(table, findings);
        table.model().getModelElementsByType(Decision.class).forEach(rules::checkDecision);
        rules.checkHeadings();
        rules.checkLanguage();
    }

    private void checkDecision(Decision decision) {
        var id = decision.getId();
        FileRules.nameIsId(table.file(), "decision", id, findings);
        if (decision.getName() == null || decision.getName().isBlank()) {
            findings.add(table.file(), id, "The table has no name. Give it one that people understand.");
        }
        if (decision.getDescription() == null) {
            findings.add(table.file(), id, "The table has no description. Say in a sentence what it decides.");
        }
        if (decision.getCamundaHistoryTimeToLiveString() == null) {
            findings.add(
                    table.file(),
                    id,
                    "The table has no history time to live. Enter for how many days its history is kept, for example 3650.");
        }
        boolean drawn = SafeXml.elements(table.xml()).stream()
                .anyMatch(element ->
                        "DMNShape".equals(element.getLocalName()) && id.equals(element.getAttribute("dmnElementRef")));
        if (!drawn) {
            findings.add(table.file(), id, "The table has no shape in the diagram. Draw it in Camunda Modeler.");
        }
    }

    private void checkHeadings() {
        for (var decisionTable : table.model().getModelElementsByType(DecisionTable.class)) {
            decisionTable.getInputs().stream()
                    .filter(input -> blank(input.getLabel()))
                    .map(Input::getId)
                    .forEach(this::noHeading);
            decisionTable.getOutputs().stream()
                    .filter(output -> blank(output.getLabel()))
                    .map(Output::getId)
                    .forEach(this::noHeading);
        }
    }

    private void noHeading(String id) {
        findings.add(table.file(), id, "A column of the table has no heading. Say what is in it.");
    }

    private void checkLanguage() {
        for (var element : SafeXml.elements(table.xml())) {
            var language = element.getAttribute("expressionLanguage");
            if (!language.isEmpty() && !FEEL.contains(language)) {
                findings.add(
                        table.file(),
                        element.getAttribute("id"),
                        "A cell is written in \"" + language
                                + "\". Tables are written in FEEL; choose it as the language.");
            }
            if ("http://activiti.org/bpmn".equals(element.getNamespaceURI())) {
                findings.add(
                        table.file(), null, "\"" + element.getNodeName() + "\" is not allowed in a table. Remove it.");
            }
        }
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
