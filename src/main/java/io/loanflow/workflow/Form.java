package io.loanflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form as it was deployed with its model.
 *
 * @param fields what a person can enter, by key
 * @param mentions every word of the form's definition, among them the keys of what it only shows
 */
public record Form(String id, Map<String, FormField> fields, Set<String> mentions) {

    /** Key of the field whose value chooses the way out of a task. */
    static final String DECISION = "decision";

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Reads the JSON of a Camunda Form. */
    static Form read(JsonNode json) {
        var fields = new LinkedHashMap<String, FormField>();
        collect(json.path("components"), fields);
        var mentions = new HashSet<String>();
        WORD.matcher(json.toString()).results().forEach(word -> mentions.add(word.group()));
        return new Form(json.path("id").asText(), fields, mentions);
    }

    /** Everything that is wrong with what was entered; pointers are {@code /<key>}. */
    public List<Violation> check(Map<String, ?> submitted) {
        var violations = new ArrayList<Violation>();
        submitted.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .map(this::unknown)
                .forEach(violations::add);
        fields.values().forEach(field -> violations.addAll(field.check(submitted.get(field.key()))));
        return violations;
    }

    List<String> decisions() {
        var field = fields.get(DECISION);
        return field == null ? List.of() : field.options();
    }

    private Violation unknown(String key) {
        var known = fields.isEmpty()
                ? "it takes none"
                : "it takes " + fields.keySet().stream().collect(Collectors.joining(", "));
        return new Violation("/" + key, "unknown_field", "This form has no field '" + key + "'; " + known + ".");
    }

    private static void collect(JsonNode components, Map<String, FormField> fields) {
        for (var component : components) {
            collect(component.path("components"), fields);
            if (component.hasNonNull("key")
                    && FormField.takesInput(component)
                    && !component.path("disabled").asBoolean()) {
                var field = FormField.read(component);
                fields.put(field.key(), field);
            }
        }
    }
}
