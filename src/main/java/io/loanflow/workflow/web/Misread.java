package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.loanflow.platform.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the engine could not read of a request. */
final class Misread {

    private static final Pattern PARAMETER = Pattern.compile("^Cannot set query parameter '([^']+)'");
    private static final Pattern VALUE =
            Pattern.compile("^Cannot convert value \"?(.*?)\"? to java type", Pattern.DOTALL);
    private static final int LONGEST = 100;

    private Misread() {}

    /** The query parameter that the engine speaks of; empty when it does not tell which. */
    static Optional<Violation> parameter(String message, HttpServletRequest request) {
        var named = PARAMETER.matcher(message);
        if (named.find()) {
            return Optional.of(violation("/" + named.group(1), request.getParameter(named.group(1))));
        }
        var value = VALUE.matcher(message);
        return value.find() ? only(value.group(1), request) : Optional.empty();
    }

    /** The place in a body. */
    static Violation field(JsonMappingException unread) {
        var pointer = unread.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        return violation(pointer, unread instanceof InvalidFormatException wrong ? wrong.getValue() : null);
    }

    private static Optional<Violation> only(String value, HttpServletRequest request) {
        var names = request.getParameterMap().keySet().stream()
                .filter(name -> value.equals(request.getParameter(name)))
                .toList();
        return names.size() == 1 ? Optional.of(violation("/" + names.get(0), value)) : Optional.empty();
    }

    private static Violation violation(String pointer, @Nullable Object value) {
        var given = value == null || value.toString().length() > LONGEST ? "This" : "'" + value + "'";
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new Violation(pointer, "not_valid", given + " is not a valid " + (name.isEmpty() ? "body" : name) + ".");
    }
}
