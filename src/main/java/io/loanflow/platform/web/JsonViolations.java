package io.loanflow.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says in words what is wrong with a JSON body that could not be read. */
final class JsonViolations {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");

    private JsonViolations() {}

    static List<Violation> of(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return List.of(new Violation(
                    pointer(unknown), "unknown_field", "There is no field '" + unknown.getPropertyName() + "'."));
        }
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return List.of(new Violation(pointer(mapping), "wrong_type", "The value has the wrong type."));
        }
        if (cause instanceof MismatchedInputException) {
            return List.of(new Violation("", "wrong_type", "A JSON object is needed as the body."));
        }
        if (cause instanceof JsonProcessingException malformed) {
            return List.of(malformed(malformed));
        }
        return List.of(new Violation("", "missing_body", "A JSON object is needed as the body."));
    }

    /** Where a text stops being JSON, and why as far as a person can do something about it. */
    static Violation malformed(JsonProcessingException malformed) {
        var at = malformed.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        var duplicate = DUPLICATE.matcher(malformed.getOriginalMessage());
        return duplicate.lookingAt()
                ? new Violation(
                        "",
                        "duplicate_field",
                        "The field '" + duplicate.group(1).replace("\0", "") + "' is there twice" + where + ".")
                : new Violation("", "malformed_json", "The body is not well-formed JSON" + where + ".");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
