package io.loanflow.identity.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Recognises the places where a model could bring code of its own. */
final class CodeInModels {

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final String OUR_FORMS = "camunda-forms:deployment:";

    private CodeInModels() {}

    /** A sentence for the analyst, or empty when the element is harmless. */
    static Optional<String> in(Element element) {
        var tag = element.getTagName();
        if (SCRIPTS.contains(tag)) {
            return Optional.of("Scripts are switched off; use a delegate or a decision table.");
        }
        if (tag.equals("connector")) {
            return Optional.of("Connectors are switched off; use a delegate.");
        }
        if (tag.equals("conditionExpression") && has(element, "language")) {
            return Optional.of("A condition in a scripting language cannot run; write ${...} without a language.");
        }
        if (tag.equals("constraint") && "validator".equals(element.attribute("name"))) {
            return Optional.of("A form field may not name a validator class.");
        }
        return inAttributes(element);
    }

    private static Optional<String> inAttributes(Element element) {
        for (var name : Set.of("class", "formHandlerClass", "variableMappingClass")) {
            if (has(element, name)) {
                return Optional.of("'" + name + "' names a Java class; use a delegate expression.");
            }
        }
        var type = value(element, "type");
        if (type.equalsIgnoreCase("shell") || type.equalsIgnoreCase("mail")) {
            return Optional.of("A '" + type + "' task cannot run; use a delegate.");
        }
        var formKey = value(element, "formKey");
        if (!formKey.isEmpty() && !formKey.startsWith(OUR_FORMS)) {
            return Optional.of("The form key '" + formKey + "' does not name a Camunda Form; use a form reference.");
        }
        return Optional.empty();
    }

    private static boolean has(Element element, String attribute) {
        return !value(element, attribute).isEmpty();
    }

    private static String value(Element element, String attribute) {
        return element.attributes().stream()
                .filter(name -> name.equals(attribute) || name.endsWith(":" + attribute))
                .map(element::attribute)
                .filter(value -> value != null)
                .findFirst()
                .orElse("");
    }
}
