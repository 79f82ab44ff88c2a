package io.loanflow.workflow.process;

import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_END;
import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_START;
import static org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Attaches the workflow's listeners to stages, user tasks and messages while a model is parsed. */
@Component
class WorkflowParseListener extends AbstractBpmnParseListener {

    private final ExecutionListener stages;
    private final ExecutionListener messages;
    private final TaskListener tasks;

    WorkflowParseListener(
            ObjectProvider<StageListener> stages,
            ObjectProvider<MessageListener> messages,
            ObjectProvider<TaskListeners> tasks) {
        this.stages = execution -> stages.getObject().notify(execution);
        this.messages = execution -> messages.getObject().notify(execution);
        this.tasks = task -> tasks.getObject().notify(task);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseManualTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
        activity.addBuiltInListener(EVENTNAME_END, messages, 0);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        hearStage(element, activity);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks);
    }

    @Override
    public void parseBoundaryMessageEventDefinition(Element element, boolean interrupting, ActivityImpl activity) {
        activity.addBuiltInListener(EVENTNAME_START, messages);
    }

    @Override
    public void parseIntermediateMessageCatchEventDefinition(Element element, ActivityImpl activity) {
        activity.addBuiltInListener(EVENTNAME_END, messages);
    }

    private void hearStage(Element element, ActivityImpl activity) {
        if (isStage(element)) {
            activity.addBuiltInListener(EVENTNAME_START, stages);
            activity.addBuiltInListener(EVENTNAME_END, stages);
        }
    }

    private static boolean isStage(Element element) {
        var extensions = element.element("extensionElements");
        var properties = extensions == null ? null : extensions.elementNS(CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        return properties != null
                && properties.elementsNS(CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                        .anyMatch(property -> "stage".equals(property.attribute("name")));
    }
}
