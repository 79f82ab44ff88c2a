package io.loanflow.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may change in a version. */
public record DocumentDetails(
        @NotNull(message = "is needed") @Size(max = 200, message = "has at most {max} characters")
        String title,

        @Size(max = 2000, message = "has at most {max} characters") @Nullable
        String description,

        @NotNull(message = "is needed") Boolean shared) {}
