package io.loanflow.identity;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.Verbatim;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody says who wants an account of their own. */
public record Registration(
        @NotNull(message = "is needed")
        @Size(max = 254, message = "has at most {max} characters")
        @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "is not an e-mail address")
        @Nullable
        String email,

        @NotNull(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
        String password,

        @NotNull(message = "is needed") @Size(max = 100, message = "has at most {max} characters") @Nullable
        String firstName,

        @NotNull(message = "is needed") @Size(max = 100, message = "has at most {max} characters") @Nullable
        String lastName,

        @Size(max = 30, message = "has at most {max} characters") @Nullable
        String phone) {

    /** Never the password. */
    @Override
    public String toString() {
        return "Registration[" + email + "]";
    }
}
