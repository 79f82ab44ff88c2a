package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine lets somebody see of what runs; the rest reads as if it were not there, and all that hangs on it too. */
@Component
class VisibleRows {

    private static final Pattern ROW = Pattern.compile("/(task|process-instance|execution)/([^/]+)(?:/.*)?");
    private static final Set<String> NO_IDS = Set.of("count", "report", "message-async");

    private final VisibleTasks tasks;
    private final RuntimeService runtime;

    VisibleRows(VisibleTasks tasks, @Lazy RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** @throws Problem 404 when the call reads something of a row that is absent or out of sight */
    void check(Call call, Viewer viewer) {
        var row = ROW.matcher(call.path());
        if (row.matches() && !NO_IDS.contains(row.group(2)) && !sees(row.group(1), row.group(2), viewer)) {
            throw Problem.notFound(row.group(1).replace('-', ' ') + " '" + row.group(2) + "'");
        }
    }

    private boolean sees(String kind, String id, Viewer viewer) {
        return switch (kind) {
            case "task" -> tasks.sees(id, viewer);
            case "execution" ->
                tasks.as(
                                viewer,
                                () -> runtime.createExecutionQuery()
                                        .executionId(id)
                                        .count())
                        > 0;
            default ->
                tasks.as(
                                viewer,
                                () -> runtime.createProcessInstanceQuery()
                                        .processInstanceId(id)
                                        .count())
                        > 0;
        };
    }
}
