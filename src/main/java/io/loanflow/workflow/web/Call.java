package io.loanflow.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request at one of the engine's doors, named without the door.
 *
 * @param path decoded, for example {@code /task/42/complete}; under {@code /app} for the web applications' own calls
 */
record Call(String method, String path) {

    private static final Pattern ENGINE =
            Pattern.compile("/(?:engine-rest|camunda/api/engine)(?:/engine/default)?(/.*)?");
    private static final Pattern WEB_APP = Pattern.compile("/camunda/api(/.*)?");

    static Call of(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var engine = ENGINE.matcher(path);
        if (engine.matches()) {
            return new Call(request.getMethod(), rest(engine));
        }
        var webApp = WEB_APP.matcher(path);
        return new Call(request.getMethod(), "/app" + (webApp.matches() ? rest(webApp) : path));
    }

    private static String rest(Matcher matcher) {
        var rest = matcher.group(1);
        if (rest == null) {
            return "/";
        }
        return rest.length() > 1 && rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
