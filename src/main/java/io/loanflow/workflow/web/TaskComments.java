package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Blank;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Inputs;
import java.text.SimpleDateFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Comments on open tasks, for whoever sees the task. The engine's own calls look for the task in the history, which its
 * authorizations show to admins only.
 */
@Component
class TaskComments {

    private final TaskService tasks;
    private final IdentityService identity;
    private final VisibleTasks visibleTasks;

    TaskComments(@Lazy TaskService tasks, @Lazy IdentityService identity, VisibleTasks visibleTasks) {
        this.tasks = tasks;
        this.identity = identity;
        this.visibleTasks = visibleTasks;
    }

    /** In the engine's notation, newest first. */
    List<Map<String, @Nullable Object>> list(String taskId, Viewer viewer) {
        visibleTasks.require(taskId, viewer);
        return tasks.getTaskComments(taskId).stream().map(TaskComments::answer).toList();
    }

    /** @throws Problem 400 for no text or one that is too long, 404 */
    Map<String, @Nullable Object> add(String taskId, String message, Viewer viewer) {
        visibleTasks.require(taskId, viewer);
        if (Blank.is(message) || message.length() > Inputs.LONGEST) {
            throw Problem.badInput("/message", "size", "A comment has 1 to " + Inputs.LONGEST + " characters.");
        }
        var caller = identity.getCurrentAuthentication();
        identity.setAuthentication(viewer.userId(), List.copyOf(viewer.groups()));
        try {
            return answer(tasks.createComment(taskId, null, message.strip()));
        } finally {
            identity.setAuthentication(caller);
        }
    }

    private static Map<String, @Nullable Object> answer(Comment comment) {
        var time = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", comment.getId());
        answer.put("userId", comment.getUserId());
        answer.put("time", time.format(Objects.requireNonNull(comment.getTime())));
        answer.put("taskId", comment.getTaskId());
        answer.put("processInstanceId", comment.getProcessInstanceId());
        answer.put("message", comment.getFullMessage());
        return answer;
    }
}
