package io.loanflow.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A valuer or a quantity surveyor: somebody from outside who is asked what a property or a building project is worth. */
public record ExpertData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String name,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String company,

        @Email(message = "is not an e-mail address")
        @Size(max = 254, message = "has at most {max} characters")
        @Nullable
        String email,

        @Size(max = 30, message = "has at most {max} characters") @Nullable
        String phone,

        @Valid @Nullable Address address) {}
