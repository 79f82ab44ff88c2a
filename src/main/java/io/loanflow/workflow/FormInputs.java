package io.loanflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What may be put in from outside, read from the deployed forms and the contracts of the processes. */
@Component
public class FormInputs {

    private static final JsonMapper JSON = new JsonMapper();

    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService models;
    private final SystemRights rights;
    private final List<ProcessContract> contracts;

    FormInputs(
            @Lazy TaskService tasks,
            @Lazy FormService forms,
            @Lazy RepositoryService models,
            SystemRights rights,
            List<ProcessContract> contracts) {
        this.tasks = tasks;
        this.forms = forms;
        this.models = models;
        this.rights = rights;
        this.contracts = contracts;
    }

    /** The form of an open task; empty when there is no such task. Says nothing about who may see it. */
    public Optional<TaskForm> forTask(String taskId) {
        return rights.with(() -> tasks.createTaskQuery().taskId(taskId).count() == 0
                ? Optional.empty()
                : Optional.of(form(forms.getTaskFormData(taskId), () -> forms.getDeployedTaskForm(taskId))));
    }

    /** Whether people may start it; the others are started by the system. Says nothing about who may, nor when it is absent. */
    public boolean isStartedByPeople(String keyOrId) {
        return rights.with(() -> definition(keyOrId)
                .map(ProcessDefinition::isStartableInTasklist)
                .orElse(true));
    }

    /**
     * One violation for every variable that a start may not carry; empty when there is no such process definition. A process
     * that refuses them by itself is left to do so.
     */
    public Optional<List<Violation>> unknownAtStart(String keyOrId, Set<String> given) {
        return rights.with(() -> definition(keyOrId)
                .map(definition -> contractsOf(definition).anyMatch(ProcessContract::refusesUnknownStartInputs)
                        ? List.of()
                        : TaskForm.unknown(given, startInputs(definition))));
    }

    /** Names of the variables that a message may carry. */
    public Set<String> forMessage(String name) {
        return contracts.stream()
                .flatMap(contract -> contract.messageInputs(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> startInputs(ProcessDefinition definition) {
        var id = definition.getId();
        var inputs = new HashSet<String>();
        inputs.addAll(form(forms.getStartFormData(id), () -> forms.getDeployedStartForm(id))
                .names());
        contractsOf(definition).forEach(contract -> inputs.addAll(contract.startInputs()));
        return inputs;
    }

    private Stream<ProcessContract> contractsOf(ProcessDefinition definition) {
        return contracts.stream().filter(contract -> contract.processId().equals(definition.getKey()));
    }

    private Optional<ProcessDefinition> definition(String keyOrId) {
        var byKey = models.createProcessDefinitionQuery()
                .processDefinitionKey(keyOrId)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        return Optional.ofNullable(
                byKey != null
                        ? byKey
                        : models.createProcessDefinitionQuery()
                                .processDefinitionId(keyOrId)
                                .singleResult());
    }

    private static TaskForm form(FormData data, Supplier<InputStream> deployed) {
        if (data == null || data.getFormKey() == null && data.getCamundaFormRef() == null) {
            return TaskForm.NONE;
        }
        return TaskForm.of(read(deployed));
    }

    private static JsonNode read(Supplier<InputStream> deployed) {
        try (var schema = deployed.get()) {
            return Objects.requireNonNull(JSON.readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
