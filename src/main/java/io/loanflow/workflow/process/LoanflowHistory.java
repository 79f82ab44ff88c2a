package io.loanflow.workflow.process;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.*;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Tasklist and Cockpit need: instances, steps, tasks and incidents. Leaves out
 * variables and form fields, because they may carry personal data; decisions, because every assessment is kept with its inputs
 * beside the application; and the log of jobs that simply worked.
 */
class LoanflowHistory implements HistoryLevel {

    private static final Set<HistoryEventTypes> KEPT = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_UPDATE,
            PROCESS_INSTANCE_MIGRATE,
            PROCESS_INSTANCE_END,
            ACTIVITY_INSTANCE_START,
            ACTIVITY_INSTANCE_MIGRATE,
            ACTIVITY_INSTANCE_END,
            TASK_INSTANCE_CREATE,
            TASK_INSTANCE_UPDATE,
            TASK_INSTANCE_MIGRATE,
            TASK_INSTANCE_COMPLETE,
            TASK_INSTANCE_DELETE,
            INCIDENT_CREATE,
            INCIDENT_MIGRATE,
            INCIDENT_DELETE,
            INCIDENT_RESOLVE,
            INCIDENT_UPDATE,
            JOB_FAIL,
            USER_OPERATION_LOG);

    @Override
    public int getId() {
        return 70;
    }

    @Override
    public String getName() {
        return "loanflow";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return type instanceof HistoryEventTypes known && KEPT.contains(known);
    }
}
