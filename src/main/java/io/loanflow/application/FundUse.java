package io.loanflow.application;

import io.loanflow.platform.input.Money;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of what the money is for; the amount in AUD. */
public record FundUse(
        @Size(max = 500, message = "has at most {max} characters") @Nullable
        String description,

        @Money(zero = false) @Nullable BigDecimal amount) {}
