package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Messages;
import io.loanflow.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Calls at the engine's doors that are answered before the engine, because its authorizations know less than the model. */
@Component
class OwnAnswers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COMMENTS = Pattern.compile("/task/([^/]+)/comment");

    private final Messages messages;
    private final TaskComments comments;
    private final VisibleTasks visibleTasks;

    OwnAnswers(Messages messages, TaskComments comments, VisibleTasks visibleTasks) {
        this.messages = messages;
        this.comments = comments;
        this.visibleTasks = visibleTasks;
    }

    /** @param body null for an answer without one */
    record Answer(int status, @Nullable Object body) {

        void write(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            if (body != null) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.setCharacterEncoding("UTF-8");
                response.getOutputStream().write(JSON.writeValueAsBytes(body));
            }
        }
    }

    Optional<Answer> read(Call call, Viewer viewer) {
        var task = COMMENTS.matcher(call.path());
        return call.method().equals("GET") && task.matches() && visibleTasks.sees(task.group(1), viewer)
                ? Optional.of(new Answer(HttpServletResponse.SC_OK, comments.list(task.group(1), viewer)))
                : Optional.empty();
    }

    /** For a call that was checked; empty where the engine goes on. */
    Optional<Answer> change(Kind kind, Call call, ObjectNode body, Viewer viewer) {
        if (kind == Kind.COMMENT) {
            var message = body.path("message").asText("");
            return Optional.of(
                    new Answer(HttpServletResponse.SC_OK, comments.add(kind.subject(call), message, viewer)));
        }
        if (kind == Kind.MESSAGE) {
            send(body, viewer);
            return Optional.of(new Answer(HttpServletResponse.SC_NO_CONTENT, null));
        }
        return Optional.empty();
    }

    /**
     * What has become of a call that was checked, and then broke or came too late: its task, seen by the check, may be gone,
     * and the right to work on it, or nothing waits for its message.
     */
    Problem lost(Kind kind, Call call, ObjectNode body, Viewer viewer, Problem problem) {
        if (kind == Kind.MESSAGE && problem.status() == HttpServletResponse.SC_CONFLICT) {
            return messages.notNow(
                    body.path("businessKey").asText(), body.path("messageName").asText(""), viewer);
        }
        boolean doubtful = problem.status() == HttpServletResponse.SC_FORBIDDEN
                || problem.status() == HttpServletResponse.SC_NOT_FOUND
                || problem.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        return doubtful && kind.isOfATask() && !visibleTasks.sees(kind.subject(call), viewer)
                ? Tasks.overtaken()
                : problem;
    }

    private void send(ObjectNode body, Viewer viewer) {
        var inputs = new HashMap<String, Object>();
        Variables.read(body, "processVariables").forEach((name, value) -> {
            if (value != null) {
                inputs.put(name, value);
            }
        });
        messages.send(
                body.path("businessKey").asText(), body.path("messageName").asText(""), inputs, viewer);
    }
}
