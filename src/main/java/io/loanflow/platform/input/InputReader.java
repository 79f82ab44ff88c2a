package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a JSON tree into a record: unknown fields, wrong types and broken constraints are all found in one pass. */
@Component
public class InputReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(StrictScalars.module())
            .addHandler(new CollectingHandler())
            .build();

    private final Validator validator;

    InputReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * A value and everything that is wrong with it.
     *
     * @param value null when nothing could be read at all
     */
    public record Reading<T>(@Nullable T value, List<Violation> violations) {}

    /** @throws Problem 400 with every violation */
    public <T> T read(JsonNode tree, Class<T> type) {
        var reading = tryRead(tree, type);
        if (reading.value() == null || !reading.violations().isEmpty()) {
            throw Problem.badInput(reading.violations());
        }
        return reading.value();
    }

    /** Like {@link #read}, for callers that have more to say before they refuse. */
    public <T> Reading<T> tryRead(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            return new Reading<>(null, List.of(new Violation("", "wrong_type", "A JSON object is needed.")));
        }
        var violations = new ArrayList<Violation>();
        var value = bind(tree, type, violations);
        if (value != null) {
            var misread = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
            validator.validate(value).stream()
                    .map(InputReader::violation)
                    .filter(violation -> !misread.contains(violation.pointer()))
                    .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                    .forEach(violations::add);
        }
        return new Reading<>(value, violations);
    }

    /** The tree that {@link #read} would read back into the same value; absent values are left out. */
    public JsonNode write(Object value) {
        return MAPPER.copy()
                .setDefaultPropertyInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
                .valueToTree(value);
    }

    private static <T> @Nullable T bind(JsonNode tree, Class<T> type, List<Violation> violations) {
        try {
            return MAPPER.reader()
                    .forType(type)
                    .withAttribute(CollectingHandler.VIOLATIONS, violations)
                    .readValue(tree);
        } catch (JsonProcessingException e) {
            violations.add(new Violation("", "malformed_json", "The body cannot be read."));
            return null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        var constraint = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var place = Place.of(broken.getPropertyPath());
        return new Violation(place.pointer(), Place.snake(constraint), place.name() + " " + broken.getMessage() + ".");
    }
}
