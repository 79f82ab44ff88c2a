package io.loanflow.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The user tasks that wait, as the engine has them now. */
@Component
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    OpenTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    List<OpenTask> ofInstance(String processInstanceId, String reference) {
        return list(tasks.createTaskQuery().processInstanceId(processInstanceId), reference);
    }

    /** Those of the processes that the application has called, too. */
    List<OpenTask> ofApplication(String reference) {
        return list(tasks.createTaskQuery().processInstanceBusinessKey(reference), reference);
    }

    private List<OpenTask> list(TaskQuery query, String reference) {
        return query.orderByTaskCreateTime().asc().list().stream()
                .map(task -> open(task, reference))
                .toList();
    }

    Optional<OpenTask> byId(String taskId) {
        return Optional.ofNullable(
                        tasks.createTaskQuery().taskId(taskId).active().singleResult())
                .map(task -> open(task, reference(task.getProcessInstanceId())));
    }

    List<OpenTask> page(TaskQuery query, int offset, int size) {
        var page = query.orderByTaskCreateTime().desc().listPage(offset, size);
        var references = references(page);
        return page.stream().map(task -> open(task, references.apply(task))).toList();
    }

    private Function<Task, String> references(List<Task> page) {
        if (page.isEmpty()) {
            return task -> "";
        }
        var ids = page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var keys = runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return task -> keys.getOrDefault(task.getProcessInstanceId(), "");
    }

    private String reference(String processInstanceId) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    private OpenTask open(Task task, String reference) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                reference,
                task.getDescription(),
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                SingletonSupplier.of(() -> candidates(task.getId())),
                task.getProcessDefinitionId());
    }

    private OpenTask.Candidates candidates(String taskId) {
        var links = tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return new OpenTask.Candidates(ids(links, IdentityLink::getUserId), ids(links, IdentityLink::getGroupId));
    }

    private static Set<String> ids(List<IdentityLink> links, Function<IdentityLink, String> id) {
        return links.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
