package io.loanflow.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who brings borrowers.
 *
 * @param userId log-in, null when they have none
 */
public record Broker(
        long id,
        String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String userId) {}
