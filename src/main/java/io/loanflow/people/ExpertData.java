package io.loanflow.people;

import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A valuer or a quantity surveyor: somebody from outside who is asked what a property or a building project is worth. */
public record ExpertData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String name,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String company,

        @EmailAddress @Nullable String email,

        @Phone @Nullable String phone,

        @Valid @Nullable Address address) {}
