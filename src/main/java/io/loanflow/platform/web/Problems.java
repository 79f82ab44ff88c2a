package io.loanflow.platform.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** RFC 9457 problem answers, the same at every door. */
public final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    /**
     * The answer's body.
     *
     * @param instance the path that was asked for; null when it could not be read
     */
    public static Map<String, Object> body(Problem problem, @Nullable String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        if (instance != null) {
            body.put("instance", instance);
        }
        body.put("violations", problem.violations());
        body.putAll(problem.extras());
        return body;
    }

    /** Answers from a filter, where no controller is in reach. */
    public static void write(HttpServletResponse response, Problem problem, String instance) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(body(problem, instance)));
    }
}
