package io.loanflow.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An Australian address; any part may be missing while a scenario is being captured. */
public record Address(
        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String unit,

        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String streetNumber,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String streetName,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String suburb,

        @OneOf({"NSW", "VIC", "QLD", "SA", "WA", "TAS", "NT", "ACT"}) @Nullable
        String state,

        @Pattern(regexp = "\\d{4}", message = "has four digits") @Nullable
        String postcode,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String country) {

    /** True when a letter would arrive. */
    @JsonIgnore
    public boolean isUsable() {
        return streetName != null && suburb != null && state != null && postcode != null;
    }
}
