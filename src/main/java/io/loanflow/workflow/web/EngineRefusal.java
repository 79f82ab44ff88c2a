package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** What the engine's REST API answers when it refuses by itself, said as a problem. */
final class EngineRefusal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OF_A_QUERY =
            Set.of("ProcessEngineException", "NotValidException", "NullValueException", "NullPointerException");
    private static final Pattern TECHNICAL =
            Pattern.compile("\\b(org|java|com|io)\\.|Exception|ENGINE-|^HTTP|[\\r\\n]");
    private static final int LONGEST = 300;

    private EngineRefusal() {}

    /** A refusal with its status, worded as the engine did where people understand it. */
    static Problem of(int status, byte[] answer, HttpServletRequest request) {
        var json = json(answer);
        return Misread.parameter(json.path("message").asText(""), request)
                .map(one -> Problem.badInput(one.pointer(), one.code(), words(json, one.detail())))
                .orElseGet(() -> other(status, json));
    }

    private static Problem other(int status, JsonNode answer) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        var otherwise = known == HttpStatus.BAD_REQUEST
                ? "The engine cannot read this request: a name or a value in it is not one that it knows."
                : title + ".";
        return Problem.of(status, title, words(answer, otherwise));
    }

    /** Whether the engine broke on a query without having asked its database: then it did not understand it. */
    static boolean isOfAQuery(byte[] answer) {
        return OF_A_QUERY.contains(json(answer).path("type").asText(""));
    }

    /** Which fault the answer tells of, for the log. */
    static String fault(byte[] answer) {
        return json(answer).path("type").asText("") + ": "
                + json(answer).path("message").asText("");
    }

    static Problem ofAQuery(byte[] answer) {
        return Problem.badInput(
                "", "not_valid", words(json(answer), "The engine does not understand this query: a part is missing."));
    }

    private static String words(JsonNode answer, String otherwise) {
        var message = answer.path("message").asText("");
        boolean plain = !message.isBlank()
                && message.length() <= LONGEST
                && !TECHNICAL.matcher(message).find()
                && !"NullPointerException".equals(answer.path("type").asText());
        return plain ? message : otherwise;
    }

    private static JsonNode json(byte[] answer) {
        try {
            var read = JSON.readTree(answer);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
