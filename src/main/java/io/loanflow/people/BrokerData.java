package io.loanflow.people;

import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Phone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of a broker; the commission account has a call of its own.
 *
 * @param bdmIds the BDMs who look after the broker, and so see the broker's applications
 * @param userId log-in, null when they have none
 */
public record BrokerData(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String firstName,

        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String lastName,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String company,

        @EmailAddress @Nullable String email,

        @Phone @Nullable String phone,

        @Nullable Integer branchId,

        @Size(max = 50, message = "has at most {max} entries")
        List<@NotNull(message = "cannot be null") Integer> bdmIds,

        @Size(max = 64, message = "has at most {max} characters") @Nullable
        String userId) {

    public BrokerData {
        bdmIds = bdmIds == null ? List.of() : bdmIds;
    }
}
