package io.loanflow.people;

import io.loanflow.platform.input.AccountNumber;
import io.loanflow.platform.input.Bsb;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where a broker's commission is paid to.
 *
 * @param name of the account
 * @param bsb six digits
 * @param number secret
 */
public record CommissionAccount(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String bank,

        @NotBlank(message = "is needed") @Size(max = 200, message = "has at most {max} characters")
        String name,

        @NotBlank(message = "is needed") @Bsb String bsb,

        @NotBlank(message = "is needed") @AccountNumber String number) {

    @Override
    public String toString() {
        return "CommissionAccount[secret]";
    }
}
