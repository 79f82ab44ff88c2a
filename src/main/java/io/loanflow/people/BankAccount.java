package io.loanflow.people;

import io.loanflow.platform.secrets.Secret;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where somebody keeps their money. */
public record BankAccount(
        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String bank,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String name,

        @Pattern(regexp = "\\d{3}[- ]?\\d{3}", message = "has six digits") @Nullable
        String bsb,

        @Pattern(regexp = "\\d{4,10}", message = "has four to ten digits") @Nullable
        Secret number) {}
