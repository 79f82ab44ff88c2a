package io.loanflow.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of a business development manager.
 *
 * @param userId log-in, null when they have none
 */
public record BdmData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String name,

        @Email(message = "is not an e-mail address")
        @Size(max = 254, message = "has at most {max} characters")
        @Nullable
        String email,

        @Size(max = 30, message = "has at most {max} characters") @Nullable
        String phone,

        @Nullable Integer branchId,

        @Size(max = 64, message = "has at most {max} characters") @Nullable
        String userId) {}
