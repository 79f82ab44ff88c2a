package io.loanflow.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.JsonText;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.web.BodyType;
import io.loanflow.platform.web.RequestWithBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads a body once, strictly, so that the engine later sees exactly what was checked. */
final class JsonBody {

    private static final Pattern VARIABLE = Pattern.compile("^/(?:variables|processVariables)/([^/]+)/value$");
    private static final int MOST_BYTES = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private JsonBody() {}

    /** @throws Problem 400 when it is not a JSON object, 413 when it is too large, 415 when it says that it is something else; an absent body is an empty object */
    static ObjectNode read(HttpServletRequest request) throws IOException {
        var bytes = RequestWithBody.read(request, MOST_BYTES);
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        BodyType.requireJson(request);
        check(bytes);
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw Problem.badInput("", "malformed_json", "The body is not well-formed JSON.");
        }
        throw Problem.badInput("", "malformed_json", "A JSON object is needed as the body.");
    }

    /** A variable is pointed to by its name, as at the other doors. */
    private static void check(byte[] bytes) {
        try {
            JsonText.check(bytes);
        } catch (Problem problem) {
            throw Problem.badInput(problem.violations().stream()
                    .map(one -> new Violation(
                            VARIABLE.matcher(one.pointer()).replaceFirst("/$1"), one.code(), one.detail()))
                    .toList());
        }
    }

    static byte[] write(JsonNode body) throws IOException {
        return JSON.writeValueAsBytes(body);
    }
}
