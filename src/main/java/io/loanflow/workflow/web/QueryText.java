package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds expressions in queries, which the engine would run with its own rights, and values of a kind on which it would break.
 */
final class QueryText {

    private static final Set<String> SHIPPED = Set.of("${ currentUser() }", "${ currentUserGroups() }");

    private static final Pattern OF_VARIABLES = Pattern.compile("([vV]ariables|variableValues)$");

    private QueryText() {}

    /** @throws Problem 400 naming every expression, at whatever depth, but for those of the filters that we ship */
    static void check(JsonNode query) {
        var found = new ArrayList<Violation>();
        search("", query, found);
        refuse(found);
    }

    /** @throws Problem 400 naming every query parameter that holds an expression */
    static void check(Map<String, String[]> parameters) {
        var found = new ArrayList<Violation>();
        parameters.forEach((name, values) -> {
            for (var value : values) {
                if (isExpression(name, value)) {
                    found.add(violation("/" + name));
                }
            }
        });
        refuse(found);
    }

    private static void search(String pointer, JsonNode node, List<Violation> found) {
        node.properties().forEach(field -> {
            var at = pointer + "/" + field.getKey();
            var value = field.getValue();
            if (value.isContainerNode() && field.getKey().equals("value")) {
                found.add(new Violation(at, "wrong_type", "A value in a query is a text, a number, true or false."));
            } else if (value.isContainerNode()) {
                searchNamed(at, field.getKey(), value, found);
            } else if (isExpression(field.getKey(), value.asText(""))) {
                found.add(violation(at));
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                searchElement(pointer + "/" + i, node.get(i), found);
                if (OF_VARIABLES.matcher(pointer).find() && !node.get(i).isObject()) {
                    found.add(new Violation(
                            pointer + "/" + i, "wrong_type", "Here goes an object with name, operator and value."));
                }
            }
        }
    }

    private static void searchNamed(String at, String name, JsonNode value, List<Violation> found) {
        if (isExpression(name, "")) {
            found.add(violation(at));
        }
        search(at, value, found);
    }

    private static void searchElement(String at, JsonNode element, List<Violation> found) {
        if (element.isNull()) {
            found.add(new Violation(at, "missing", "A list in a query cannot hold null."));
        }
        if (element.isTextual() && isExpression("", element.asText())) {
            found.add(violation(at));
        }
        search(at, element, found);
    }

    private static boolean isExpression(String name, String value) {
        boolean named = name.endsWith("Expression") || name.contains("${") || name.contains("#{");
        boolean written = value.contains("${") || value.contains("#{");
        return (named || written) && !(name.endsWith("Expression") && SHIPPED.contains(value));
    }

    private static Violation violation(String pointer) {
        return new Violation(pointer, "expression", "Expressions are not allowed in queries.");
    }

    private static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problem.badInput(found);
        }
    }
}
