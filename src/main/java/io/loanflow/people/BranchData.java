package io.loanflow.people;

import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An office of the lender. */
public record BranchData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String name,

        @Valid @Nullable Address address,

        @Phone @Nullable String phone,

        @EmailAddress @Nullable String email) {}
