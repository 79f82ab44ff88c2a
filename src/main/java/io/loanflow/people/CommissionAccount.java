package io.loanflow.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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

        @NotBlank(message = "is needed") @Pattern(regexp = "\\d{6}", message = "has six digits, with or without a dash")
        String bsb,

        @NotBlank(message = "is needed") @Pattern(regexp = "\\d{4,10}", message = "has 4 to 10 digits")
        String number) {

    public CommissionAccount {
        bsb = bsb == null ? null : bsb.replaceFirst("^(\\d{3})-(\\d{3})$", "$1$2");
        number = number == null ? null : number.replace(" ", "");
    }

    @Override
    public String toString() {
        return "CommissionAccount[secret]";
    }
}
