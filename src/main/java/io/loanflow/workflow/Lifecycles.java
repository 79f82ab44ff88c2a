package io.loanflow.workflow;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The deployed models, read once each: a deployed version never changes. */
@Component
public class Lifecycles {

    private final RepositoryService repository;
    private final Forms forms;
    private final SystemRights rights;
    private final Map<String, Lifecycle> read = new ConcurrentHashMap<>();

    Lifecycles(RepositoryService repository, Forms forms, SystemRights rights) {
        this.repository = repository;
        this.forms = forms;
        this.rights = rights;
    }

    /** Every stage that some deployed version knows, by id: old applications stay on old versions. */
    public Map<String, Stage> stagesOfAllVersions(String processKey) {
        var stages = new LinkedHashMap<String, Stage>();
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .forEach(definition ->
                        byId(definition.getId()).stagesInOrder().forEach(stage -> stages.put(stage.id(), stage)));
        return stages;
    }

    /** Ids of the same, in the order that the models give them. */
    public List<String> stagesInOrder(String processKey) {
        return stagesOfAllVersions(processKey).values().stream()
                .sorted(Comparator.comparingInt(Stage::order))
                .map(Stage::id)
                .toList();
    }

    Lifecycle byId(String processDefinitionId) {
        var known = read.get(processDefinitionId);
        return known != null ? known : read.computeIfAbsent(processDefinitionId, id -> rights.with(() -> load(id)));
    }

    /** The form of a user task, absent when the model gives it none. */
    Optional<TaskForm> formOf(String processDefinitionId, String activityId) {
        return Optional.ofNullable(byId(processDefinitionId).forms().get(activityId))
                .flatMap(form -> rights.with(() -> forms.find(deployment(processDefinitionId), form)));
    }

    private Lifecycle load(String processDefinitionId) {
        var definition = repository.getProcessDefinition(processDefinitionId);
        return LifecycleReader.read(
                repository.getBpmnModelInstance(processDefinitionId),
                definition.getVersion(),
                form -> forms.find(definition.getDeploymentId(), form)
                        .map(TaskForm::decisions)
                        .map(List::copyOf)
                        .orElse(List.of()));
    }

    private String deployment(String processDefinitionId) {
        return repository.getProcessDefinition(processDefinitionId).getDeploymentId();
    }
}
