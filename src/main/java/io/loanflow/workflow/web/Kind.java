package io.loanflow.workflow.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls that stay open at the engine's doors; whatever is not listed is refused. */
enum Kind {
    QUERY(
            "POST",
            "/(task|process-instance|execution|variable-instance|external-task|job|job-definition)(/count)?",
            "/history/(activity-instance|detail|external-task-log|job-log|process-instance|task|variable-instance)(/count)?",
            "/filter/[^/]+/(list|count|singleResult)",
            "/app/cockpit/plugin/base/default/(incident|process-definition|process-instance)(/[^/]+)*",
            "/app/tasklist/plugin/[^/]+/default/[^/]+/(list|count)"),
    START("POST", "/process-definition/(?:key/)?([^/]+)/(?:start|submit-form)"),
    COMPLETE("POST", "/task/([^/]+)/(?:complete|submit-form)"),
    CLAIM("POST", "/task/([^/]+)/(?:claim|assignee)"),
    UNCLAIM("POST", "/task/([^/]+)/unclaim"),
    COMMENT("POST", "/task/([^/]+)/comment/create"),
    MESSAGE("POST", "/message"),
    CREATE_FILTER("POST", "/filter/create"),
    CHANGE_FILTER("PUT", "/filter/[^/]+"),
    DELETE_FILTER("DELETE", "/filter/[^/]+"),
    DEPLOY("POST", "/deployment/create"),
    LOG_IN_OR_OUT("POST", "/app/admin/auth/user/[^/]+/(login/[^/]+|logout)");

    private final String method;
    private final Pattern[] paths;

    Kind(String method, String... paths) {
        this.method = method;
        this.paths = Arrays.stream(paths).map(Pattern::compile).toArray(Pattern[]::new);
    }

    /** Empty when it is none of them. */
    static Optional<Kind> of(Call call) {
        return Arrays.stream(values()).filter(kind -> kind.matches(call)).findFirst();
    }

    boolean isOfATask() {
        return this == COMPLETE || this == CLAIM || this == UNCLAIM || this == COMMENT;
    }

    /** A query, or a filter, which is a stored one. */
    boolean isAQuery() {
        return this == QUERY || this == CREATE_FILTER || this == CHANGE_FILTER;
    }

    private boolean matches(Call call) {
        return call.method().equals(method)
                && Arrays.stream(paths)
                        .anyMatch(path -> path.matcher(call.path()).matches());
    }

    /** What the path names: a task, or a process definition. */
    String subject(Call call) {
        var matcher = paths[0].matcher(call.path());
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }
}
