package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Tasks;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
        find(taskId, viewer);
    }

    /** @throws Problem 404 likewise, 409 when somebody else has claimed it */
    void requireFree(String taskId, Viewer viewer) {
        Tasks.requireFree(viewer, find(taskId, viewer).getAssignee());
    }

    private Task find(String taskId, Viewer viewer) {
        var caller = identity.getCurrentAuthentication();
        identity.setAuthentication(viewer.userId(), List.copyOf(viewer.groups()));
        try {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                throw Problem.notFound("task '" + taskId + "'");
            }
            return task;
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
