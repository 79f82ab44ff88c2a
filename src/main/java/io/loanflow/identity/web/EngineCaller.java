package io.loanflow.identity.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls its REST API, so that its authorizations apply, for the length of the request. */
class EngineCaller extends OncePerRequestFilter {

    private final CurrentUser currentUser;
    private final IdentityService engine;

    EngineCaller(CurrentUser currentUser, IdentityService engine) {
        this.currentUser = currentUser;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = currentUser.get();
        request.setAttribute(Viewer.class.getName(), caller);
        engine.setAuthentication(caller.userId(), List.copyOf(caller.groups()));
        try {
            chain.doFilter(request, response);
        } finally {
            engine.clearAuthentication();
        }
    }
}
