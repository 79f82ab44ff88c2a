package io.loanflow.workflow.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine as the workflow needs it: of an application and the processes that it calls, one job runs at a time. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final WorkflowParseListener parseListener;
    private final NamesInModels names;

    EngineSettings(WorkflowParseListener parseListener, NamesInModels names) {
        this.parseListener = parseListener;
        this.names = names;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var history = new LoanflowHistory();
        configuration.setCustomHistoryLevels(List.of(history));
        configuration.setHistory(history.getName());
        configuration.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        configuration.setFailedJobCommandFactory(OvertakenJob.factory());
        var listeners = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        listeners.add(parseListener);
        listeners.add(names);
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
