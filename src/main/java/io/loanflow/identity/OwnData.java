package io.loanflow.identity;

import io.loanflow.platform.input.Phone;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people say of themselves; who they are to the system is not theirs to say. */
public record OwnData(
        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String firstName,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String lastName,

        @Phone @Nullable String phone) {

    static OwnData of(Profile profile) {
        return new OwnData(profile.firstName(), profile.lastName(), profile.phone());
    }
}
