package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Tasks and start events name forms that are deployed with them. */
final class FormUseRules implements ProcessRule {

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        for (var task : process.model().getModelElementsByType(UserTask.class)) {
            check(process, task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), models, findings);
        }
        for (var start : process.model().getModelElementsByType(StartEvent.class)) {
            check(process, start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), models, findings);
        }
    }

    private static void check(
            CheckedProcess process,
            FlowNode node,
            @Nullable String form,
            @Nullable String binding,
            CheckedModels models,
            Findings findings) {
        if (form == null) {
            return;
        }
        if (models.form(form).isEmpty()) {
            findings.add(
                    process.file(),
                    node.getId(),
                    called(node) + " asks for the form \"" + form + "\", which does not exist. Known are "
                            + Findings.list(
                                    models.forms().stream().map(CheckedForm::id).toList())
                            + ".");
        }
        if (!"deployment".equals(binding)) {
            findings.add(
                    process.file(),
                    node.getId(),
                    called(node)
                            + " does not take its form from its own deployment, so a running application could get a "
                            + "newer form. Set the binding of the form to \"deployment\".");
        }
    }
}
