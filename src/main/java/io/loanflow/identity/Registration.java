package io.loanflow.identity;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Phone;
import io.loanflow.platform.input.Verbatim;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody says who wants an account of their own. */
public record Registration(
        @NotNull(message = "is needed") @EmailAddress @Nullable
        String email,

        @NotNull(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
        String password,

        @NotNull(message = "is needed") @Size(max = 100, message = "has at most {max} characters") @Nullable
        String firstName,

        @NotNull(message = "is needed") @Size(max = 100, message = "has at most {max} characters") @Nullable
        String lastName,

        @Phone @Nullable String phone) {

    /** Never the password. */
    @Override
    public String toString() {
        return "Registration[" + email + "]";
    }
}
