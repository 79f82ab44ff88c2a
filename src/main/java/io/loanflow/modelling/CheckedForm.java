package io.loanflow.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A readable form. */
record CheckedForm(ModelFile file, JsonNode json) {

    String id() {
        return json.path("id").asText();
    }

    /** All components, those inside groups included. */
    List<JsonNode> components() {
        var all = new ArrayList<JsonNode>();
        collect(json, all);
        return all;
    }

    /** Keys of what a person can enter. */
    Set<String> inputs() {
        return components().stream()
                .filter(component -> component.hasNonNull("key"))
                .filter(component -> !component.path("disabled").asBoolean())
                .map(component -> component.path("key").asText())
                .collect(Collectors.toSet());
    }

    /** The values to choose from in the field with this key. */
    List<String> options(String key) {
        return components().stream()
                .filter(component -> key.equals(component.path("key").asText()))
                .flatMap(component ->
                        StreamSupport.stream(component.path("values").spliterator(), false))
                .map(option -> option.path("value").asText())
                .toList();
    }

    private static void collect(JsonNode parent, List<JsonNode> all) {
        for (var component : parent.path("components")) {
            all.add(component);
            collect(component, all);
        }
    }
}
