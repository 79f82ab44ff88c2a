package io.loanflow.platform.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Words as a problem what the server itself refuses, because no filter ever sees such a request. */
public class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var body = Problems.body(problem(status), request.getRequestURI());
            response.getReporter().write(JSON.writeValueAsString(body));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // nobody is there to be told
        }
    }

    private static Problem problem(int status) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        return status == HttpStatus.BAD_REQUEST.value()
                ? Problem.of(status, title, "The request is not well-formed HTTP: look at its path, query and headers.")
                : Problem.of(status, title, title + ".");
    }
}
