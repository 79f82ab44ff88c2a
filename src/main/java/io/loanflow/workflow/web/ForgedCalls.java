package io.loanflow.workflow.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites from using the session that a browser has with the web applications. Their own filter asks for the
 * same token, but stands behind this door, which answers some calls itself.
 */
final class ForgedCalls {

    /** Where and how the web applications keep their token. */
    private static final String IN_THE_SESSION = "CAMUNDA_CSRF_TOKEN";

    private static final String IN_THE_CALL = "X-XSRF-TOKEN";

    private ForgedCalls() {}

    /** @throws Problem 403 when a call of the web applications comes without the token of its session */
    static void refuse(HttpServletRequest request) {
        var token = token(request);
        if (request.getServletPath().startsWith("/camunda/")
                && (token == null || !token.equals(request.getHeader(IN_THE_CALL)))) {
            throw Problem.forbidden("This call does not come from the page that you are logged in with; reload it.");
        }
    }

    private static @Nullable Object token(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(IN_THE_SESSION);
    }
}
