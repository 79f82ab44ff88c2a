package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.RequestWithBody;
import io.loanflow.workflow.EngineFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through what people may do at the engine's own doors, and words its refusals like ours. */
class EngineDoor extends OncePerRequestFilter {

    private final InputGuard guard;

    EngineDoor(InputGuard guard) {
        this.guard = guard;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = check(Call.of(request), request);
        } catch (Problem refused) {
            EngineErrors.write(request, response, refused);
            return;
        }
        var answer = new EngineAnswer(response);
        EngineFault.watch();
        try {
            chain.doFilter(checked, answer);
        } catch (RuntimeException | ServletException thrown) {
            EngineFault.remember(thrown);
            EngineErrors.write(request, response, EngineFault.take().orElseGet(() -> EngineErrors.broken(thrown)));
            return;
        }
        EngineErrors.finish(request, response, answer, EngineFault.take());
    }

    private HttpServletRequest check(Call call, HttpServletRequest request) throws IOException {
        if (call.reads()) {
            QueryText.check(request.getParameterMap());
            return PagedRequest.of(request);
        }
        var kind = Arrays.stream(Kind.values())
                .filter(known -> known.matches(call))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("The engine's door does not offer this; use the API."));
        if (kind == Kind.LOG_IN_OR_OUT) {
            return request;
        }
        if (kind == Kind.DEPLOY) {
            throw Problem.forbidden("Deployment through this door is not open yet.");
        }
        var body = JsonBody.read(request);
        guard.check(kind, call, body, viewer(request));
        var handedOn = new RequestWithBody(request, JsonBody.write(body));
        if (kind == Kind.COMPLETE) {
            return new CompletedForm(handedOn);
        }
        if (kind != Kind.QUERY) {
            return handedOn;
        }
        QueryText.check(request.getParameterMap());
        return PagedRequest.of(handedOn);
    }

    private static Viewer viewer(HttpServletRequest request) {
        if (request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            return viewer;
        }
        throw Problem.unauthorized("Log in first.");
    }
}
