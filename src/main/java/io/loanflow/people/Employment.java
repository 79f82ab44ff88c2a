package io.loanflow.people;

import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody lives on.
 *
 * @param months how long in this employment
 */
public record Employment(
        @OneOf({"full_time", "part_time", "casual", "self_employed", "contractor", "unemployed", "retired"}) @Nullable
        String type,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String employerName,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String jobTitle,

        @PositiveOrZero(message = "cannot be negative")
        @Max(value = 1200, message = "exceeds the maximum allowed")
        @Nullable
        Integer months) {}
