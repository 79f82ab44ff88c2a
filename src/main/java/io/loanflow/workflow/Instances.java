package io.loanflow.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The process of an application: of those that carry its reference the one whose model has stages. */
@Component
class Instances {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Lifecycles lifecycles;

    Instances(RuntimeService runtime, HistoryService history, Lifecycles lifecycles) {
        this.runtime = runtime;
        this.history = history;
        this.lifecycles = lifecycles;
    }

    /** Empty when it has ended. */
    Optional<ProcessInstance> running(String reference) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()
                .stream()
                .filter(instance -> hasStages(instance.getProcessDefinitionId()))
                .findFirst();
    }

    /** Id of the one that has ended. */
    String ended(String reference) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()
                .stream()
                .filter(instance -> hasStages(instance.getProcessDefinitionId()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private boolean hasStages(String processDefinitionId) {
        return !lifecycles.byId(processDefinitionId).stages().isEmpty();
    }
}
