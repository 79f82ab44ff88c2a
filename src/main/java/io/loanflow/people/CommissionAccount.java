package io.loanflow.people;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.AccountNumber;
import io.loanflow.platform.input.Bsb;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.SecretReader;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker's commission is paid to.
 *
 * @param name of the account
 * @param bsb six digits
 */
public record CommissionAccount(
        @NotBlank(message = "is needed") @Size(max = 100, message = "has at most {max} characters")
        String bank,

        @NotBlank(message = "is needed") @Size(max = 200, message = "has at most {max} characters")
        String name,

        @NotBlank(message = "is needed") @Bsb String bsb,

        @NotNull(message = "is needed", payload = Unwrapping.Skip.class)
        @AccountNumber
        @JsonDeserialize(using = SecretReader.class)
        Secret number) {

    /** Names of the fields that differ; all of them when there was none before. */
    List<String> changedFrom(@Nullable CommissionAccount before) {
        var same = new HashSet<String>();
        if (before != null) {
            note("bank", bank, before.bank, same);
            note("name", name, before.name, same);
            note("bsb", bsb, before.bsb, same);
            note("number", number, before.number, same);
        }
        return Stream.of("bank", "name", "bsb", "number")
                .filter(field -> !same.contains(field))
                .toList();
    }

    private static void note(String field, Object now, Object then, Set<String> same) {
        if (now.equals(then)) {
            same.add(field);
        }
    }
}
