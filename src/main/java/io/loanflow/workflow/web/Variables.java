package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a request in the engine's notation, as plain values. */
final class Variables {

    private static final Set<String> TYPES =
            Set.of("string", "boolean", "integer", "long", "short", "double", "date", "number", "null");
    private static final Set<String> PARTS = Set.of("value", "type", "valueInfo", "local");

    private Variables() {}

    /**
     * Reads them.
     *
     * @throws Problem 400 naming every variable that is not a text, a number, a Boolean, a date or null
     */
    static Map<String, @Nullable Object> read(JsonNode body, String under) {
        if (body.has(under) && !body.path(under).isObject() && !body.path(under).isNull()) {
            throw Problem.badInput("/" + under, "wrong_type", "Here goes an object with a variable in each field.");
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        var wrong = new ArrayList<Violation>();
        body.path(under).properties().forEach(variable -> {
            if (isPlain(variable.getValue())) {
                values.put(variable.getKey(), plain(variable.getValue().path("value")));
            } else {
                wrong.add(new Violation(
                        "/" + variable.getKey(), "wrong_type", "'" + variable.getKey() + "' has the wrong type."));
            }
        });
        refuse(wrong, under);
        return values;
    }

    /** From here on the engine stores none of them: they are for the steps of this one transaction. */
    static void makeTransient(JsonNode body, String under) {
        body.path(under).forEach(variable -> {
            if (variable instanceof ObjectNode object) {
                object.putObject("valueInfo").put("transient", true);
            }
        });
    }

    static void refuse(List<Violation> wrong, String under) {
        if (!wrong.isEmpty()) {
            throw Problem.badInput(
                    wrong.stream().map(one -> one.under("/" + under)).toList());
        }
    }

    private static boolean isPlain(JsonNode variable) {
        var type = variable.path("type").asText("null").toLowerCase(java.util.Locale.ROOT);
        return variable.isObject()
                && !variable.path("value").isContainerNode()
                && TYPES.contains(type)
                && variable.path("local").asBoolean(false) == false
                && variable.properties().stream().allMatch(part -> PARTS.contains(part.getKey()));
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue() : value.asText();
    }
}
