package io.loanflow.people;

import org.jspecify.annotations.Nullable;

/**
 * A business development manager, who looks after brokers.
 *
 * @param userId log-in, null when they have none
 */
public record Bdm(
        long id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String userId) {}
