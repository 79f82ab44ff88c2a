package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.loanflow.workflow.OpenTask;
import io.loanflow.workflow.TaskForm;
import io.loanflow.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks that Tasklist shows, for other clients. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskController {

    private final Tasks tasks;
    private final CurrentUser currentUser;

    TaskController(Tasks tasks, CurrentUser currentUser) {
        this.tasks = tasks;
        this.currentUser = currentUser;
    }

    /**
     * A task.
     *
     * @param key id of its step in the model
     * @param fields what {@code complete} takes; null in lists
     * @param shown what a person has to know; null in lists
     */
    record TaskResource(
            String id,
            String key,
            String name,
            @Nullable String description,
            String reference,
            @Nullable String assignee,
            boolean mine,
            Instant createdAt,
            @Nullable List<TaskForm.Field> fields,
            @Nullable Map<String, Object> shown) {}

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping
    @Operation(summary = "The tasks of the caller, newest first")
    @Refuses(400)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Page<TaskResource> list(
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size) {
        var asked = PageRequest.of(page, size, null, Map.of(), "created_at desc");
        var found = tasks.list(currentUser.get(), asked.page(), asked.size());
        return new Page<>(
                found.items().stream().map(this::summary).toList(), found.page(), found.size(), found.total());
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{id}")
    @Operation(summary = "A task with its form")
    @Refuses(404)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public TaskResource one(@PathVariable String id) {
        return whole(tasks.require(currentUser.get(), id));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PostMapping("/{id}/claim")
    @Operation(summary = "Claim a task")
    @Refuses({404, 409})
    TaskResource claim(@PathVariable String id) {
        return whole(tasks.claim(currentUser.get(), id));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PostMapping("/{id}/unclaim")
    @Operation(summary = "Give a claimed task back")
    @Refuses({404, 409})
    TaskResource unclaim(@PathVariable String id) {
        return whole(tasks.unclaim(currentUser.get(), id));
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/{id}/complete")
    @Operation(summary = "Complete a task with the fields of its form")
    @Refuses({400, 403, 404, 409, 422})
    @ApiResponse(responseCode = "204")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "The fields of the task's form, by key",
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<Void> complete(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        tasks.complete(currentUser.get(), id, fields(body));
        return ResponseEntity.noContent().build();
    }

    private TaskResource summary(OpenTask task) {
        return resource(task, null, null);
    }

    private TaskResource whole(OpenTask task) {
        return resource(task, tasks.form(task).map(TaskForm::inputs).orElse(List.of()), tasks.shown(task));
    }

    private TaskResource resource(
            OpenTask task, @Nullable List<TaskForm.Field> fields, @Nullable Map<String, Object> shown) {
        return new TaskResource(
                task.id(),
                task.key(),
                task.name(),
                task.description(),
                task.reference(),
                task.assignee(),
                currentUser.get().userId().equals(task.assignee()),
                task.createdAt(),
                fields,
                shown);
    }

    private static Map<String, Object> fields(@Nullable JsonNode body) {
        var fields = new HashMap<String, Object>();
        if (body == null || body.isNull()) {
            return fields;
        }
        if (!body.isObject()) {
            throw Problem.badInput("", "wrong_type", "A JSON object with the form's fields is needed.");
        }
        body.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return fields;
    }

    /** Scalars as themselves; anything else stays a tree, which no field takes. */
    private static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isNumber() ? node.decimalValue() : node;
    }
}
