package io.loanflow.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that others see of a user.
 *
 * @param groups in alphabetical order
 * @param version for optimistic locking
 */
public record Profile(
        String id,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        List<String> groups,
        boolean active,
        Instant createdAt,
        @JsonIgnore long version) {}
