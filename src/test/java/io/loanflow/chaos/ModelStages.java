package io.loanflow.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which stage an activity stands in, read from the model's text: the test's own answer, not the application's. */
final class ModelStages {

    private static final Path MODEL = Path.of("processes/loanOrigination.bpmn");
    private static final String PROPERTY = "camunda:property";

    private final Map<String, String> stages = new HashMap<>();

    static ModelStages read() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var properties = factory.newDocumentBuilder().parse(MODEL.toFile()).getElementsByTagName(PROPERTY);
            var model = new ModelStages();
            for (var index = 0; index < properties.getLength(); index++) {
                model.add((Element) properties.item(index));
            }
            return model;
        } catch (Exception e) {
            throw new IllegalStateException(MODEL + " cannot be read", e);
        }
    }

    /** The element that has the property stands three above it: extensionElements, properties, property. */
    private void add(Element property) {
        if (property.getAttribute("name").equals("stage")) {
            var staged = (Element) property.getParentNode().getParentNode().getParentNode();
            addAll(staged, property.getAttribute("value"));
        }
    }

    private void addAll(Element element, String stage) {
        if (element.hasAttribute("id")) {
            stages.put(element.getAttribute("id"), stage);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                addAll(inner, stage);
            }
        }
    }

    Optional<String> stageOf(String activity) {
        return Optional.ofNullable(stages.get(activity));
    }
}
