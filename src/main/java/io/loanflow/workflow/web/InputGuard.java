package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.FormInputs;
import io.loanflow.workflow.Inputs;
import io.loanflow.workflow.TaskForm;
import io.loanflow.workflow.Tasks;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a call that changes something may go on to the engine with this body, and takes care that no input is stored. */
@Component
class InputGuard {

    private static final String VARIABLES = "variables";
    private static final String MESSAGE_VARIABLES = "processVariables";

    private final FormInputs inputs;
    private final VisibleTasks visibleTasks;
    private final Visibility visibility;

    InputGuard(FormInputs inputs, VisibleTasks visibleTasks, Visibility visibility) {
        this.inputs = inputs;
        this.visibleTasks = visibleTasks;
        this.visibility = visibility;
    }

    /** @throws Problem 400, 403, 404 or 409 when it may not */
    void check(Kind kind, Call call, ObjectNode body, Viewer viewer) {
        switch (kind) {
            case QUERY -> QueryText.check(body);
            case START -> start(kind.subject(call), body);
            case COMPLETE -> complete(kind.subject(call), body, viewer);
            case CLAIM -> claim(kind.subject(call), body, viewer);
            case UNCLAIM -> unclaim(kind.subject(call), viewer);
            case COMMENT -> comment(kind.subject(call), body, viewer);
            case MESSAGE -> message(body, viewer);
            case CREATE_FILTER, CHANGE_FILTER -> filter(body, viewer);
            case DEPLOY -> throw Problem.forbidden("Deployment through this door is not open yet.");
            case DELETE_FILTER, LOG_IN_OR_OUT -> {}
        }
    }

    private void start(String keyOrId, ObjectNode body) {
        onlyParts(body, VARIABLES, "businessKey", "withVariablesInReturn");
        var given = Variables.read(body, VARIABLES).keySet();
        var unknown =
                inputs.unknownAtStart(keyOrId, given).orElseThrow(() -> Problem.notFound("process '" + keyOrId + "'"));
        Variables.refuse(unknown, VARIABLES);
        if (!inputs.isStartedByPeople(keyOrId)) {
            throw Problem.forbidden("Loanflow starts this process by itself; nobody starts it by hand.");
        }
        Variables.makeTransient(body, VARIABLES);
    }

    private void complete(String taskId, ObjectNode body, Viewer viewer) {
        onlyParts(body, VARIABLES, "withVariablesInReturn");
        visibleTasks.requireFree(taskId, viewer);
        var form = inputs.forTask(taskId).orElseThrow(Tasks::overtaken);
        Variables.refuse(form.check(Variables.read(body, VARIABLES)), VARIABLES);
        Variables.makeTransient(body, VARIABLES);
    }

    private void claim(String taskId, ObjectNode body, Viewer viewer) {
        onlyParts(body, "userId");
        visibleTasks.requireFree(taskId, viewer);
        if (!body.path("userId").asText("").equals(viewer.userId())) {
            throw Problem.forbidden("A task is claimed for oneself only.");
        }
    }

    private void unclaim(String taskId, Viewer viewer) {
        if (viewer.in("admin")) {
            visibleTasks.require(taskId, viewer);
        } else {
            visibleTasks.requireFree(taskId, viewer);
        }
    }

    private void comment(String taskId, ObjectNode body, Viewer viewer) {
        onlyParts(body, "message");
        visibleTasks.require(taskId, viewer);
    }

    private void message(ObjectNode body, Viewer viewer) {
        onlyParts(body, "messageName", "businessKey", MESSAGE_VARIABLES, "resultEnabled", "variablesInResultEnabled");
        if (body.path("resultEnabled").asBoolean()
                || body.path("variablesInResultEnabled").asBoolean()) {
            throw Problem.badInput(
                    "/resultEnabled",
                    "not_offered",
                    "A message gives no result here; read the application afterwards.");
        }
        if (!body.hasNonNull("businessKey")) {
            throw Problem.badInput("/businessKey", "missing", "A message names one application by businessKey.");
        }
        onlyNames(
                body,
                MESSAGE_VARIABLES,
                inputs.forMessage(body.path("messageName").asText("")));
        onlyTexts(Variables.read(body, MESSAGE_VARIABLES));
        visibility.require(viewer, body.path("businessKey").asText());
    }

    private static void filter(ObjectNode body, Viewer viewer) {
        QueryText.check(body);
        var owner = body.path("owner").asText("");
        if (!owner.equals(viewer.userId()) && !viewer.in("admin")) {
            throw Problem.forbidden("A filter belongs to whoever makes it.");
        }
    }

    private static void onlyNames(ObjectNode body, String under, Set<String> accepted) {
        Variables.refuse(TaskForm.unknown(Variables.read(body, under).keySet(), accepted), under);
        Variables.makeTransient(body, under);
    }

    private static void onlyTexts(Map<String, @Nullable Object> given) {
        var wrong = given.entrySet().stream()
                .filter(input -> input.getValue() != null
                        && !(input.getValue() instanceof String text && text.length() <= Inputs.LONGEST))
                .map(input -> new Violation(
                        "/" + input.getKey(),
                        "wrong_type",
                        input.getKey() + " is a text of at most " + Inputs.LONGEST + " characters."))
                .toList();
        Variables.refuse(wrong, MESSAGE_VARIABLES);
    }

    private static void onlyParts(ObjectNode body, String... parts) {
        var accepted = Stream.of(parts).collect(Collectors.toSet());
        var unknown = body.properties().stream()
                .filter(part -> !accepted.contains(part.getKey()))
                .map(part -> new Violation(
                        "/" + part.getKey(), "unknown_field", "'" + part.getKey() + "' is not accepted here."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.badInput(unknown);
        }
    }
}
