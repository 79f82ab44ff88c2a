package io.loanflow.identity;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.OneOf;
import io.loanflow.platform.input.Phone;
import io.loanflow.platform.input.Verbatim;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says of a user.
 *
 * @param groups none when absent
 * @param password when absent: of a new user, one that they choose by a link sent to them; of another, the present one
 * @param active true when absent
 */
public record UserData(
        @NotNull(message = "is needed") @EmailAddress @Nullable
        String email,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String firstName,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String lastName,

        @Phone @Nullable String phone,

        @Size(max = 20, message = "has at most {max} entries") @Nullable
        List<
                        @NotNull(message = "cannot be null")
                        @OneOf({"admin", "credit", "accounts", "bd", "broker", "client", "analyst"}) String>
                groups,

        @JsonDeserialize(using = Verbatim.class) @Nullable String password,
        @Nullable Boolean active) {

    static UserData of(Profile profile) {
        return new UserData(
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.groups(),
                null,
                profile.active());
    }

    NewAccount account(String chosenPassword) {
        return new NewAccount(text(email), text(firstName), text(lastName), phone, chosenPassword, groupSet());
    }

    Set<String> groupSet() {
        return groups == null ? Set.of() : Set.copyOf(groups);
    }

    boolean isActive() {
        return active == null || active;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "UserData[" + email + "]";
    }
}
