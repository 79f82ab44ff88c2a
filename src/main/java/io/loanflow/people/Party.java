package io.loanflow.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored borrower or guarantor.
 *
 * @param userId log-in, null when they have none
 * @param data with its id
 * @param createdBy id of the user who entered it, null when nobody did
 * @param version counts changes, for optimistic locking
 */
public record Party(
        PartyKind kind,
        long id,
        @Nullable String userId,
        PartyData data,
        @Nullable String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
