package io.loanflow.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** The extension properties of one element of a model. */
record Properties(Map<String, String> values) {

    static Properties of(BaseElement element) {
        var values = new LinkedHashMap<String, String>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()
                    .forEach(group -> group.getCamundaProperties()
                            .forEach(property -> values.put(property.getCamundaName(), property.getCamundaValue())));
        }
        return new Properties(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isTrue(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** A comma-separated list, in its order. */
    Set<String> names(String name) {
        return text(name)
                .map(text -> new LinkedHashSet<>(Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()))
                .<Set<String>>map(names -> names)
                .orElse(Set.of());
    }

    List<String> list(String name) {
        return List.copyOf(names(name));
    }
}
