package io.loanflow.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.loanflow.platform.JsonText;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says in words what is wrong with a JSON body that could not be read. */
final class JsonViolations {

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
            return List.of(JsonText.malformed(malformed));
        }
        return List.of(new Violation("", "missing_body", "A JSON object is needed as the body."));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
