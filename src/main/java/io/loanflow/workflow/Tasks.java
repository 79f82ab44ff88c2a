package io.loanflow.workflow;

import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that people see and complete; the same ones that Tasklist shows. */
@Component
public class Tasks {

    private static final String ADMIN = "admin";

    private final TaskService tasks;
    private final Instances instances;
    private final AuthorizationService authorizations;
    private final OpenTasks open;
    private final Lifecycles lifecycles;
    private final Visibility visibility;
    private final ApplicationLock lock;
    private final Participants participants;
    private final TaskBriefing briefing;

    Tasks(
            TaskService tasks,
            Instances instances,
            AuthorizationService authorizations,
            OpenTasks open,
            Lifecycles lifecycles,
            Visibility visibility,
            ApplicationLock lock,
            Participants participants,
            TaskBriefing briefing) {
        this.tasks = tasks;
        this.instances = instances;
        this.authorizations = authorizations;
        this.open = open;
        this.lifecycles = lifecycles;
        this.visibility = visibility;
        this.lock = lock;
        this.participants = participants;
        this.briefing = briefing;
    }

    /** The tasks offered to this person or claimed by them, newest first; for an admin all. */
    public Page<OpenTask> list(Viewer viewer, int page, int size) {
        var items = open.page(query(viewer), (page - 1) * size, size);
        return new Page<>(items, page, size, query(viewer).count());
    }

    /** @throws Problem 404 when it is not there, or not for this person */
    public OpenTask require(Viewer viewer, String taskId) {
        var task = open.byId(taskId).orElseThrow(() -> Problem.notFound("task '" + taskId + "'"));
        if (!(viewer.in(ADMIN) || task.isFor(viewer)) || !visibility.maySee(viewer, task.reference())) {
            throw Problem.notFound("task '" + taskId + "'");
        }
        return task;
    }

    /** What the task's form shows and takes; absent when the model gives the task no form. */
    public java.util.Optional<TaskForm> form(OpenTask task) {
        return lifecycles.formOf(task.processDefinitionId(), task.key());
    }

    /** What a person has to know to complete the task, by the keys of its form. */
    public Map<String, Object> shown(OpenTask task) {
        return new HashMap<>(tasks.getVariablesLocal(task.id()));
    }

    /** @throws Problem 409 when somebody else has claimed it */
    @Transactional
    public OpenTask claim(Viewer viewer, String taskId) {
        var task = locked(viewer, taskId);
        requireFree(viewer, task.assignee());
        tasks.claim(taskId, viewer.userId());
        return require(viewer, taskId);
    }

    /** Gives a claimed task back to everybody whom it is offered to. */
    @Transactional
    public OpenTask unclaim(Viewer viewer, String taskId) {
        var task = locked(viewer, taskId);
        if (!viewer.in(ADMIN)) {
            requireFree(viewer, task.assignee());
        }
        tasks.setAssignee(taskId, null);
        return open.byId(taskId).orElseThrow();
    }

    /** @throws Problem 400 naming every field that is wrong, 403 and 422 from the gates */
    @Transactional
    public void complete(Viewer viewer, String taskId, Map<String, Object> fields) {
        var task = locked(viewer, taskId);
        requireFree(viewer, task.assignee());
        var violations = form(task).orElse(TaskForm.NONE).check(fields);
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        var inputs = new HashMap<>(fields);
        inputs.replaceAll((name, value) -> value instanceof BigDecimal number ? number.toString() : value);
        tasks.complete(taskId, Transitions.transients(inputs));
    }

    /** The people behind the roles have changed: who sees the open tasks follows, authorizations included. */
    public void offerAnew(String reference) {
        instances
                .running(reference)
                .ifPresent(instance ->
                        open.ofInstance(instance.getId(), reference).forEach(task -> offerAnew(reference, task)));
    }

    private void offerAnew(String reference, OpenTask task) {
        var roles = lifecycles.byId(task.processDefinitionId()).roles().getOrDefault(task.key(), Set.of());
        var now = participants.users(reference, roles);
        var gone = new TreeSet<>(task.candidates().get().users());
        gone.removeAll(now);
        gone.forEach(user -> withdraw(task.id(), user));
        now.forEach(user -> tasks.addCandidateUser(task.id(), user));
        if (task.assignee() != null && gone.contains(task.assignee())) {
            tasks.setAssignee(task.id(), null);
        }
    }

    /** What the open tasks show is written anew, those of called processes too, because the application has changed. */
    public void briefAnew(String reference) {
        open.ofApplication(reference)
                .forEach(task -> tasks.setVariablesLocal(
                        task.id(), briefing.of(reference, task.processDefinitionId(), task.key())));
    }

    private void withdraw(String taskId, String userId) {
        tasks.deleteCandidateUser(taskId, userId);
        for (var resource : Set.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(userId)
                    .resourceType(resource)
                    .resourceId(taskId)
                    .list()
                    .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
        }
    }

    private OpenTask locked(Viewer viewer, String taskId) {
        var met = require(viewer, taskId);
        lock.acquire(met.reference());
        return open.byId(taskId).map(task -> require(viewer, taskId)).orElseThrow(Tasks::overtaken);
    }

    /** 409: for whoever saw the task, and finds it gone. */
    public static Problem overtaken() {
        return Problem.conflict(
                "Somebody else has completed this task, or moved the application, at the same moment.", Map.of());
    }

    /** @throws Problem 409 when somebody else has claimed the task */
    public static void requireFree(Viewer viewer, @Nullable String assignee) {
        if (assignee != null && !assignee.equals(viewer.userId())) {
            throw Problem.conflict("Somebody else has claimed this task.", Map.of("assignee", assignee));
        }
    }

    private TaskQuery query(Viewer viewer) {
        var query = tasks.createTaskQuery().active().processInstanceBusinessKeyLike("APP-%");
        if (viewer.in(ADMIN)) {
            return query;
        }
        var groups = viewer.groups().isEmpty() ? Set.of("-") : viewer.groups();
        return query.or()
                .taskAssignee(viewer.userId())
                .taskCandidateUser(viewer.userId())
                .taskCandidateGroupIn(java.util.List.copyOf(groups))
                .endOr();
    }
}
