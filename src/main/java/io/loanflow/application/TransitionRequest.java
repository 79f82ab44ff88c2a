package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.workflow.Inputs;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A wish to move an application.
 *
 * @param to id of the stage
 * @param reason why, where the model wants to know
 * @param terms terms to approve, where they differ from what was applied for
 * @param overrideReason why it shall pass although an eligibility rule refuses
 */
public record TransitionRequest(
        @NotBlank(message = "is needed: the stage to go to")
        @Size(max = 100, message = "has at most {max} characters")
        @Nullable
        String to,

        @Size(max = 4000, message = "has at most {max} characters") @Nullable
        String reason,

        @Schema(implementation = WantedTerms.class) @Nullable
        JsonNode terms,

        @Size(max = 4000, message = "has at most {max} characters") @Nullable
        String overrideReason) {

    /** Amount in AUD, term in months, rate in % a year, expiry a date. */
    public record WantedTerms(
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            @Nullable LocalDate expiry,
            @Nullable List<String> conditions) {}

    /** The same, by the names that the model's forms give to it; the terms were checked. */
    Map<String, Object> inputs() {
        var inputs = new HashMap<String, Object>();
        put(inputs, Inputs.REASON, reason);
        put(inputs, Approvals.OVERRIDE_REASON, overrideReason);
        if (terms != null) {
            EnteredTerms.INPUTS.forEach((field, input) -> put(inputs, input, text(terms.get(field))));
        }
        return inputs;
    }

    /** As a form would send it: one condition a line, so a line break inside one becomes a space. */
    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            return value.isValueNode() ? value.asText() : value.toString();
        }
        return value.valueStream()
                .map(line -> line.asText().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, Object> inputs, String name, @Nullable Object value) {
        if (value != null) {
            inputs.put(name, value);
        }
    }
}
