package io.loanflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Blank;
import io.loanflow.platform.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One field of a form that a person fills in, and what it takes. */
record FormField(String key, String type, String label, JsonNode rules, boolean mayBeHidden, Set<String> options) {

    private static final Set<String> CHOICES = Set.of("select", "radio");
    private static final Set<String> DISPLAY =
            Set.of("text", "html", "image", "spacer", "separator", "button", "iframe", "table", "expression");

    /** Empty for what only shows something. */
    static Optional<FormField> of(JsonNode component) {
        var key = component.path("key").asText("");
        var type = component.path("type").asText("");
        if (key.isEmpty()
                || DISPLAY.contains(type)
                || component.path("disabled").asBoolean(false)) {
            return Optional.empty();
        }
        return Optional.of(new FormField(
                key,
                type,
                component.path("label").asText(key),
                component.path("validate"),
                component.path("conditional").hasNonNull("hide"),
                optionsOf(component)));
    }

    boolean isRequired() {
        return rules.path("required").asBoolean(false);
    }

    List<Violation> check(@Nullable Object value) {
        if (value == null || value instanceof String text && Blank.is(text)) {
            return isRequired() && !mayBeHidden ? wrong("required", label + " is needed.") : List.of();
        }
        return switch (type) {
            case "number" -> number(value);
            case "checkbox" -> value instanceof Boolean ? List.of() : wrong("wrong_type", label + " is true or false.");
            case "select", "radio" -> choice(value);
            default -> text(value);
        };
    }

    private List<Violation> number(Object value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString());
        } catch (NumberFormatException notANumber) {
            return wrong("wrong_type", label + " is a number.");
        }
        if (rules.has("min") && number.compareTo(rules.get("min").decimalValue()) < 0) {
            return wrong("too_small", label + " is at least " + rules.get("min").asText() + ".");
        }
        if (rules.has("max") && number.compareTo(rules.get("max").decimalValue()) > 0) {
            return wrong("too_large", label + " is at most " + rules.get("max").asText() + ".");
        }
        return List.of();
    }

    private List<Violation> choice(Object value) {
        return options.isEmpty() || options.contains(value.toString())
                ? List.of()
                : wrong(
                        "unknown_option",
                        label + " is one of " + options.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    private List<Violation> text(Object value) {
        if (!(value instanceof String text)) {
            return wrong("wrong_type", label + " is a text.");
        }
        if (rules.has("minLength") && text.length() < rules.get("minLength").asInt()) {
            return wrong(
                    "too_short",
                    label + " has at least " + rules.get("minLength").asText() + " characters.");
        }
        int most = rules.path("maxLength").asInt(Inputs.LONGEST);
        if (text.length() > most) {
            return wrong("too_long", label + " has at most " + most + " characters.");
        }
        if (rules.hasNonNull("pattern")
                && !Pattern.compile(rules.get("pattern").asText()).matcher(text).find()) {
            return wrong("wrong_format", label + " has the wrong format.");
        }
        return List.of();
    }

    private List<Violation> wrong(String code, String detail) {
        return List.of(new Violation("/" + key, code, detail));
    }

    private static Set<String> optionsOf(JsonNode component) {
        return CHOICES.contains(component.path("type").asText())
                ? StreamSupport.stream(component.path("values").spliterator(), false)
                        .map(option -> option.path("value").asText())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
