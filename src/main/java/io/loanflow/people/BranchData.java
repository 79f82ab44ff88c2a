package io.loanflow.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An office of the lender. */
public record BranchData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String name,

        @Valid @Nullable Address address,

        @Size(max = 30, message = "has at most {max} characters") @Nullable
        String phone,

        @Email(message = "is not an e-mail address")
        @Size(max = 254, message = "has at most {max} characters")
        @Nullable
        String email) {}
