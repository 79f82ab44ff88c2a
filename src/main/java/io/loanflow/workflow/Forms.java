package io.loanflow.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The deployed forms. A deployment never changes, so what was read once stays true on every node. */
@Component
class Forms {

    private final RepositoryService repository;
    private final ObjectMapper json;
    private final Map<String, Optional<TaskForm>> read = new ConcurrentHashMap<>();

    Forms(RepositoryService repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /** The form of that id in the deployment, absent when it was not deployed with the model. */
    Optional<TaskForm> find(String deploymentId, String formId) {
        return read.computeIfAbsent(deploymentId + "/" + formId, key -> load(deploymentId, formId));
    }

    private Optional<TaskForm> load(String deploymentId, String formId) {
        return repository.getDeploymentResourceNames(deploymentId).stream()
                .filter(name -> name.equals(formId + ".form") || name.endsWith("/" + formId + ".form"))
                .findFirst()
                .map(name -> parse(deploymentId, name));
    }

    private TaskForm parse(String deploymentId, String resource) {
        try (var content = repository.getResourceAsStream(deploymentId, resource)) {
            return TaskForm.of(json.readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException("Form " + resource + " cannot be read", e);
        }
    }
}
