package io.loanflow.people;

import io.loanflow.platform.input.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A director of a company; each has a first and a last name. */
public record Director(
        @NotBlank(message = "is needed for a director")
        @Size(max = 100, message = "has at most {max} characters")
        @Nullable
        String firstName,

        @NotBlank(message = "is needed for a director")
        @Size(max = 100, message = "has at most {max} characters")
        @Nullable
        String lastName,

        @Size(max = 20, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Size(max = 100, message = "has at most {max} characters") String>
                roles,

        @Size(max = 50, message = "has at most {max} characters") @Nullable
        String directorId,

        @EmailAddress @Nullable String email) {}
