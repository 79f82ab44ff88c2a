package io.loanflow.identity.web;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the engine's web applications: the first-run set-up does not exist, data needs a log-in, and a session ends
 * with its account or its password.
 */
class WebAppSessions extends OncePerRequestFilter {

    static final String PASSWORD_VERSION = "loanflow.passwordVersion";

    private static final String SESSION_KEY = "authenticatedUser";
    private static final Pattern SET_UP = Pattern.compile("/camunda/api/admin/setup(/.*)?");
    private static final Pattern NO_PAGE =
            Pattern.compile("/camunda/app/(?!(?:welcome|tasklist|cockpit|admin)/default/?$)[^/]+/[^/.]+/?");
    private static final Pattern DATA = Pattern.compile(
            "/camunda/api/(engine/(?!engine/?$).*|[a-z]+/plugin/(?![^/]+/static/).*|admin/auth/user/[^/]+/(?!log).*)");

    private final Accounts accounts;

    WebAppSessions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var someone = isLoggedIn(request);
        if (SET_UP.matcher(path).matches() || NO_PAGE.matcher(path).matches()) {
            Problems.write(response, Problem.notFound("page"), request.getRequestURI());
        } else if (!someone && DATA.matcher(path).matches()) {
            Problems.write(response, Problem.unauthorized("Log in first."), request.getRequestURI());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isLoggedIn(HttpServletRequest request) {
        var logIns = logIns(request);
        if (logIns == null) {
            return false;
        }
        for (var logIn : logIns.getAuthentications()) {
            var userId = logIn.getIdentityId();
            if (!lasts(request, userId)) {
                logIns.removeByEngineName(logIn.getProcessEngineName());
            } else {
                request.setAttribute(Viewer.class.getName(), new Viewer(userId, accounts.groupsOf(userId)));
            }
        }
        return !logIns.getAuthentications().isEmpty();
    }

    /** True while the account is active and its password is the one of the log-in. */
    private boolean lasts(HttpServletRequest request, String userId) {
        return accounts.passwordVersion(userId)
                .filter(version -> version.equals(request.getSession().getAttribute(PASSWORD_VERSION)))
                .isPresent();
    }

    private static @Nullable Authentications logIns(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SESSION_KEY) instanceof Authentications logIns ? logIns : null;
    }
}
