package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Every automatic step says what it runs, and what it runs exists. */
final class StepRules implements ProcessRule {

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        for (var task : process.model().getModelElementsByType(ServiceTask.class)) {
            if (task.getCamundaDelegateExpression() == null) {
                findings.add(
                        process.file(),
                        task.getId(),
                        called(task)
                                + " does not say what it runs. Choose one of the element templates for service tasks.");
            }
        }
        for (var task : process.model().getModelElementsByType(BusinessRuleTask.class)) {
            var table = task.getCamundaDecisionRef();
            if (table == null || !models.decisions().contains(table)) {
                findings.add(
                        process.file(),
                        task.getId(),
                        called(task) + " asks the table \"" + table + "\", which does not exist. Known are "
                                + Findings.list(models.decisions()) + ".");
            }
        }
        for (var call : process.model().getModelElementsByType(CallActivity.class)) {
            var called = call.getCalledElement();
            if (called == null || !models.processIds().contains(called)) {
                findings.add(
                        process.file(),
                        call.getId(),
                        called(call) + " calls the process \"" + called + "\", which does not exist. Known are "
                                + Findings.list(models.processIds()) + ".");
            }
        }
    }
}
