package io.loanflow.people;

import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Phone;
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

        @EmailAddress @Nullable String email,

        @Phone @Nullable String phone,

        @Nullable Integer branchId,

        @Size(max = 64, message = "has at most {max} characters") @Nullable
        String userId) {}
