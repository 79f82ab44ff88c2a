package io.loanflow.people;

import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that a borrower or guarantor owes.
 *
 * @param amount in AUD
 * @param monthlyPayment in AUD
 */
public record LiabilityData(
        @Nullable Integer id,

        @OneOf({"mortgage", "personal_loan", "car_loan", "credit_card", "tax_debt", "other"}) @Nullable
        String type,

        @Size(max = 500, message = "has at most {max} characters") @Nullable
        String description,

        @Money @Nullable BigDecimal amount,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String lender,

        @Money @Nullable BigDecimal monthlyPayment) {}
