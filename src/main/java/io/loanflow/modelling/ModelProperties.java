package io.loanflow.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** The extension properties of one element; empty ones count as absent. */
record ModelProperties(Map<String, String> values) {

    static ModelProperties of(BaseElement element) {
        var values = new TreeMap<String, String>();
        var extensions = element.getExtensionElements();
        var groups = extensions == null
                ? List.<CamundaProperties>of()
                : extensions
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list();
        for (var group : groups) {
            for (var property : group.getCamundaProperties()) {
                var value = property.getCamundaValue();
                if (property.getCamundaName() != null && value != null && !value.isBlank()) {
                    values.put(property.getCamundaName(), value.strip());
                }
            }
        }
        return new ModelProperties(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A comma-separated list. */
    List<String> list(String name) {
        return text(name).map(ModelProperties::split).orElse(List.of());
    }

    static List<String> split(String text) {
        var parts = new ArrayList<>(Arrays.asList(text.split(",", -1)));
        parts.replaceAll(String::strip);
        parts.removeIf(String::isEmpty);
        return List.copyOf(parts);
    }
}
