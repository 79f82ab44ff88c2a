package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.RequestWithBody;
import io.loanflow.workflow.EngineFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through what people may do at the engine's own doors, and words its refusals like ours. */
class EngineDoor extends OncePerRequestFilter {

    private final InputGuard guard;
    private final OwnAnswers answers;
    private final VisibleRows rows;

    EngineDoor(InputGuard guard, OwnAnswers answers, VisibleRows rows) {
        this.guard = guard;
        this.answers = answers;
        this.rows = rows;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = Call.of(request);
        try {
            if (call.reads()) {
                read(call, request, response, chain);
            } else {
                change(call, request, response, chain);
            }
        } catch (Problem refused) {
            EngineErrors.write(request, response, refused);
        }
    }

    private void read(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        QueryText.check(request.getParameterMap());
        if (Overview.isOne(call)) {
            Overview.check(call, viewer(request));
        }
        if (request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            var own = answers.read(call, viewer);
            if (own.isPresent()) {
                own.get().write(response);
                return;
            }
            rows.check(call, viewer);
        }
        pass(PagedRequest.of(request), request, response, chain, problem -> problem);
    }

    private void change(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = Kind.of(call)
                .orElseThrow(() -> Problem.forbidden("The engine's door does not offer this; use the API."));
        if (kind == Kind.LOG_IN_OR_OUT) {
            pass(request, request, response, chain, problem -> problem);
            return;
        }
        ForgedCalls.refuse(request);
        if (kind == Kind.DEPLOY) {
            throw Problem.forbidden("Deployment through this door is not open yet.");
        }
        var body = JsonBody.read(request);
        var viewer = viewer(request);
        UnaryOperator<Problem> lost = problem -> answers.lost(kind, call, body, viewer, problem);
        var own = check(kind, call, body, viewer, lost);
        if (own.isPresent()) {
            own.get().write(response);
        } else {
            pass(handedOn(kind, request, body), request, response, chain, lost);
        }
    }

    private Optional<OwnAnswers.Answer> check(
            Kind kind, Call call, ObjectNode body, Viewer viewer, UnaryOperator<Problem> lost) {
        try {
            if (Overview.isOne(call)) {
                Overview.check(call, viewer);
            }
            guard.check(kind, call, body, viewer);
            return answers.change(kind, call, body, viewer);
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException thrown) {
            throw lost.apply(EngineFault.asProblem(thrown).orElseGet(() -> EngineErrors.broken(thrown)));
        }
    }

    private static HttpServletRequest handedOn(Kind kind, HttpServletRequest request, ObjectNode body)
            throws IOException {
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

    /** @param lost what a failure of the engine comes to, now that it has happened */
    private static void pass(
            HttpServletRequest checked,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            UnaryOperator<Problem> lost)
            throws ServletException, IOException {
        var answer = new EngineAnswer(response);
        EngineFault.watch();
        try {
            chain.doFilter(checked, answer);
        } catch (RuntimeException | ServletException thrown) {
            EngineFault.remember(thrown);
            throw lost.apply(EngineFault.take().orElseGet(() -> EngineErrors.broken(thrown)));
        }
        var fault = EngineFault.take();
        if (answer.isError()) {
            throw lost.apply(EngineErrors.problem(request, answer, fault));
        }
    }

    private static Viewer viewer(HttpServletRequest request) {
        if (request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            return viewer;
        }
        throw Problem.unauthorized("Log in first.");
    }
}
