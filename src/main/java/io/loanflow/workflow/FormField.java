package io.loanflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form that takes input.
 *
 * @param type the form component's type, such as {@code textfield} or {@code select}
 * @param options the values to choose from; empty where anything can be entered
 */
public record FormField(String key, String type, String label, boolean required, List<String> options) {

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "select", "radio", "datetime");
    private static final int LONGEST = 4000;

    static boolean takesInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText());
    }

    static FormField read(JsonNode component) {
        var options = StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
        var key = component.path("key").asText();
        return new FormField(
                key,
                component.path("type").asText(),
                component.path("label").asText(key),
                component.path("validate").path("required").asBoolean(),
                options);
    }

    List<Violation> check(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return required ? List.of(violation("missing", label + " is needed.")) : List.of();
        }
        var violations = new ArrayList<Violation>();
        if (!options.isEmpty() && !options.contains(value.toString())) {
            violations.add(violation("not_an_option", label + " is one of " + String.join(", ", options) + "."));
        }
        if ("checkbox".equals(type) && !(value instanceof Boolean)) {
            violations.add(violation("wrong_type", label + " is true or false."));
        }
        if ("number".equals(type) && !isNumber(value)) {
            violations.add(violation("wrong_type", label + " is a number."));
        }
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            violations.add(violation("wrong_type", label + " is a single value."));
        } else if (value.toString().length() > LONGEST) {
            violations.add(violation("too_long", label + " has at most " + LONGEST + " characters."));
        }
        return violations;
    }

    private Violation violation(String code, String detail) {
        return new Violation("/" + key, code, detail);
    }

    private static boolean isNumber(Object value) {
        try {
            return value instanceof Number || new BigDecimal(value.toString()).signum() >= -1;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
