package io.loanflow.identity.process;

import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses to deploy a model that wants to run code which is not ours: scripts, classes, commands, pages. */
class ModelRefusals extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        inspect(root);
    }

    private static void inspect(Element element) {
        var refusal = CodeInModels.in(element);
        if (refusal.isPresent()) {
            throw new BpmnParseException(refusal.get(), element);
        }
        element.elements().forEach(ModelRefusals::inspect);
    }
}
