package io.loanflow.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

        @Nullable WantedTerms terms,

        @Size(max = 4000, message = "has at most {max} characters") @Nullable
        String overrideReason) {

    /** Amount in AUD, term in months, rate in % a year. */
    public record WantedTerms(
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            @Nullable LocalDate expiry,
            @Nullable List<String> conditions) {}

    /** The same, by the names that the model's forms give to it. */
    Map<String, Object> inputs() {
        var inputs = new HashMap<String, Object>();
        put(inputs, "reason", reason);
        put(inputs, Approvals.OVERRIDE_REASON, overrideReason);
        if (terms != null) {
            put(
                    inputs,
                    EnteredTerms.AMOUNT,
                    terms.amount() == null ? null : terms.amount().toPlainString());
            put(
                    inputs,
                    EnteredTerms.TERM,
                    terms.term() == null ? null : terms.term().toString());
            put(
                    inputs,
                    EnteredTerms.RATE,
                    terms.rate() == null ? null : terms.rate().toPlainString());
            put(
                    inputs,
                    EnteredTerms.EXPIRY,
                    terms.expiry() == null ? null : terms.expiry().toString());
            put(inputs, EnteredTerms.CONDITIONS, terms.conditions() == null ? null : lines(terms.conditions()));
        }
        return inputs;
    }

    /** Forms take one condition a line, so a line break inside one becomes a space. */
    private static String lines(List<String> conditions) {
        return String.join(
                "\n",
                conditions.stream()
                        .filter(condition -> condition != null)
                        .map(condition -> condition.replaceAll("\\R", " "))
                        .toList());
    }

    private static void put(Map<String, Object> inputs, String name, @Nullable Object value) {
        if (value != null) {
            inputs.put(name, value);
        }
    }
}
