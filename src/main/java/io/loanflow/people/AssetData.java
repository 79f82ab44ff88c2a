package io.loanflow.people;

import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that a borrower or guarantor owns; amounts in AUD.
 *
 * @param amountOwing what is still to be paid for it, as told; a debt that counts is entered as a liability
 */
public record AssetData(
        @Nullable Integer id,

        @OneOf({"property", "vehicle", "savings", "investment", "superannuation", "other"}) @Nullable
        String type,

        @Size(max = 500, message = "has at most {max} characters") @Nullable
        String description,

        @Money @Nullable BigDecimal value,
        @Money @Nullable BigDecimal amountOwing,
        @Valid @Nullable Address address) {}
