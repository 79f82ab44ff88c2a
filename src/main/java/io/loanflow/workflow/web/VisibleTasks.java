package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Tasks;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
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

    boolean sees(String taskId, Viewer viewer) {
        return look(taskId, viewer) != null;
    }

    private Task find(String taskId, Viewer viewer) {
        var task = look(taskId, viewer);
        if (task == null) {
            throw Problem.notFound("task '" + taskId + "'");
        }
        return task;
    }

    private @Nullable Task look(String taskId, Viewer viewer) {
        return as(viewer, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
    }

    /** Asks the engine with the rights that somebody has there. */
    <T extends @Nullable Object> T as(Viewer viewer, Supplier<T> query) {
        var caller = identity.getCurrentAuthentication();
        identity.setAuthentication(viewer.userId(), List.copyOf(viewer.groups()));
        try {
            return query.get();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
