package io.loanflow.people;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.AccountNumber;
import io.loanflow.platform.input.Bsb;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.SecretReader;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;

/**
 * Where a broker's commission is paid to.
 *
 * @param name of the account
 * @param bsb six digits
 */
public record CommissionAccount(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String bank,

        @NotBlank(message = "is needed") @Size(max = 200, message = "has at most {max} characters")
        String name,

        @NotBlank(message = "is needed") @Bsb String bsb,

        @NotNull(message = "is needed", payload = Unwrapping.Skip.class)
        @AccountNumber
        @JsonDeserialize(using = SecretReader.class)
        Secret number) {}
