package io.loanflow.people;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.AccountNumber;
import io.loanflow.platform.input.Bsb;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.SecretReader;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where somebody keeps their money. */
public record BankAccount(
        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String bank,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String name,

        @Bsb @Nullable String bsb,

        @AccountNumber @JsonDeserialize(using = SecretReader.class) @Nullable
        Secret number) {}
