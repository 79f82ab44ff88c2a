package io.loanflow.workflow.process;

import io.loanflow.workflow.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Refuses a model that names a gate or a delegate that there is not: it would break only when somebody gets there. */
@Component
class NamesInModels extends AbstractBpmnParseListener {

    private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

    private final ListableBeanFactory beans;

    NamesInModels(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        inspect(root, "");
    }

    private void inspect(Element element, String idAround) {
        var own = element.attribute("id");
        var id = own == null ? idAround : own;
        if ("property".equals(element.getTagName()) && "gates".equals(element.attribute("name"))) {
            split(element.attribute("value")).forEach(gate -> known("gate", gate, Gate.class, id, element));
        }
        element.attributes().stream()
                .filter(name -> name.endsWith("delegateExpression"))
                .map(name -> BEAN.matcher(String.valueOf(element.attribute(name))))
                .filter(bean -> bean.matches())
                .forEach(bean -> known("delegate", bean.group(1), JavaDelegate.class, id, element));
        element.elements().forEach(inner -> inspect(inner, id));
    }

    private static List<String> split(String names) {
        return Arrays.stream(String.valueOf(names).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void known(String kind, String name, Class<?> type, String id, Element element) {
        Set<String> known = new TreeSet<>(List.of(beans.getBeanNamesForType(type, true, false)));
        if (!known.contains(name)) {
            throw new BpmnParseException(
                    "'" + id + "' names the " + kind + " '" + name + "', which does not exist. Known are "
                            + String.join(", ", known) + ".",
                    element);
        }
    }
}
