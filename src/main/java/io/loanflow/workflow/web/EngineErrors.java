package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the engine's doors answer when something is refused or broken. */
final class EngineErrors {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_OF_OURS = 500;

    private EngineErrors() {}

    static void finish(
            HttpServletRequest request, HttpServletResponse response, EngineAnswer answer, Optional<Problem> fault)
            throws IOException {
        if (!answer.isError()) {
            return;
        }
        if (fault.isPresent()) {
            write(request, response, fault.get());
        } else if (answer.getStatus() >= FIRST_OF_OURS) {
            write(request, response, broken(null));
        } else if (answer.heldBack().length == 0) {
            write(request, response, bare(answer.getStatus()));
        } else {
            response.getOutputStream().write(answer.heldBack());
        }
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

    static Problem broken(@org.jspecify.annotations.Nullable Throwable thrown) {
        if (thrown != null) {
            LOG.error("A request at the engine's door failed", thrown);
        }
        return Problem.of(500, "Something broke on our side", "The fault is logged. Nothing was changed.");
    }

    private static Problem bare(int status) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        return Problem.of(status, title, title + ".");
    }

    private static String sentences(Problem problem) {
        return problem.violations().size() < 2
                ? problem.detail()
                : problem.violations().stream().map(Violation::detail).collect(Collectors.joining(" "));
    }
}
