package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks that the engine's authorizations let somebody see. */
@Component
class VisibleTasks {

    private final TaskService tasks;
    private final IdentityService identity;

    VisibleTasks(@Lazy TaskService tasks, @Lazy IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** @throws Problem 404 when there is no such task, or none that this viewer may see */
    void require(String taskId, Viewer viewer) {
        var caller = identity.getCurrentAuthentication();
        identity.setAuthentication(viewer.userId(), List.copyOf(viewer.groups()));
        try {
            if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
                throw Problem.notFound("task '" + taskId + "'");
            }
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
