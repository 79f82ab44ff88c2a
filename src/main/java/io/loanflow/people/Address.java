package io.loanflow.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives or something stands: nothing at all, a whole Australian address, or whatever is known of one abroad.
 *
 * @param country Australia when not said
 */
@AustralianAddress
public record Address(
        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String unit,

        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String streetNumber,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String streetName,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String suburb,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String state,

        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String postcode,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String country) {

    private static final Set<String> HOME = Set.of("australia", "au", "aus");

    /** True when a letter would arrive. */
    @JsonIgnore
    public boolean isUsable() {
        return streetName != null && suburb != null && (isAbroad() || state != null && postcode != null);
    }

    boolean isEmpty() {
        return Stream.of(unit, streetNumber, streetName, suburb, state, postcode, country)
                .allMatch(Objects::isNull);
    }

    boolean isAbroad() {
        return country != null && !HOME.contains(country.toLowerCase(Locale.ROOT));
    }
}
