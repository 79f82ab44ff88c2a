package io.loanflow.people.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loanflow.people.Duplicate;
import io.loanflow.people.PartyData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A borrower or guarantor as readers meet one; tax file and account number are masked.
 *
 * @param hasLogin whether a log-in is linked
 * @param possibleDuplicates absent where nobody looked for them
 */
record PartyResource(
        @JsonUnwrapped PartyData data,
        boolean hasLogin,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Duplicate> possibleDuplicates) {}
