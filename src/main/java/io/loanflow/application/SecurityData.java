package io.loanflow.application;

import io.loanflow.people.Address;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A property offered as security; amounts in AUD.
 *
 * @param id its number within the application, given when it is stored
 */
public record SecurityData(
        @Nullable Integer id,

        @OneOf({"residential", "commercial", "industrial", "retail", "land", "rural", "other"}) @Nullable
        String propertyType,

        @OneOf({"owner_occupied", "investment"}) @Nullable String occupancy,
        @Valid @Nullable Address address,
        @Money @Nullable BigDecimal estimatedValue,
        @Money @Nullable BigDecimal purchasePrice,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String currentMortgagee,

        @Money @Nullable BigDecimal currentDebt) {

    SecurityData withId(int newId) {
        return new SecurityData(
                newId, propertyType, occupancy, address, estimatedValue, purchasePrice, currentMortgagee, currentDebt);
    }
}
