package io.loanflow.people.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A business development manager as their readers meet them. */
record BdmResource(
        long id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Named branch,
        @Nullable String userId,
        Instant createdAt,
        long version) {}
