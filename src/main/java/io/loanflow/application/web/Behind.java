package io.loanflow.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loanflow.people.Duplicate;
import io.loanflow.people.PartyData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A borrower or guarantor as part of an application.
 *
 * @param possibleDuplicates who may be the same; absent where nobody looked for them
 */
record Behind(
        @JsonUnwrapped PartyData data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Duplicate> possibleDuplicates) {}
