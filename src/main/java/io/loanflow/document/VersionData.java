package io.loanflow.document;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said of a new version; what is not said stays as it was. {@code shared} is for staff. */
public record VersionData(
        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String title,

        @Size(max = 2000, message = "has at most {max} characters") @Nullable
        String description,

        @Nullable Boolean shared) {}
