package io.loanflow.application;

import io.loanflow.platform.input.Money;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the money is for; the amount in AUD.
 *
 * @param id its number within the application, given when it is stored
 */
public record FundUse(
        @Nullable Integer id,

        @Size(max = 500, message = "has at most {max} characters") @Nullable
        String description,

        @Money(zero = false) @Nullable BigDecimal amount) {

    FundUse withId(int newId) {
        return new FundUse(newId, description, amount);
    }
}
