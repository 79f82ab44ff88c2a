package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.web.Problems;
import io.loanflow.workflow.EngineFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** What the engine's doors answer when something is refused or broken. */
final class EngineErrors {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final int FIRST_OF_OURS = 500;

    private EngineErrors() {}

    /** What to answer instead of an error of the engine's REST API. */
    static Problem problem(HttpServletRequest request, EngineAnswer answer, Optional<Problem> fault) {
        if (fault.isPresent()) {
            return fault.get();
        }
        if (answer.getStatus() < FIRST_OF_OURS) {
            return EngineRefusal.of(answer.getStatus(), answer.heldBack(), request);
        }
        return !EngineFault.failed() && asks(request) && EngineRefusal.isOfAQuery(answer.heldBack())
                ? EngineRefusal.ofAQuery(answer.heldBack())
                : broken(EngineFault.cause()
                        .orElseGet(() -> new IllegalStateException(EngineRefusal.fault(answer.heldBack()))));
    }

    private static boolean asks(HttpServletRequest request) {
        var call = Call.of(request);
        return call.reads() || Kind.of(call).filter(Kind::isAQuery).isPresent();
    }

    /** The problem, with the {@code message} beside it that the engine's web applications show to people. */
    static void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var body = Problems.body(problem, request.getRequestURI());
        body.put("message", sentences(problem));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    static Problem broken(Throwable thrown) {
        LOG.error("A request at the engine's door failed", thrown);
        return Problem.of(500, "Something broke on our side", "The fault is logged. Nothing was changed.");
    }

    private static String sentences(Problem problem) {
        return problem.violations().size() < 2
                ? problem.detail()
                : problem.violations().stream().map(Violation::detail).collect(Collectors.joining(" "));
    }
}
