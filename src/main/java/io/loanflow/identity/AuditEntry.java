package io.loanflow.identity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, or tried.
 *
 * @param actor account id; null when nobody is known
 * @param address network address that the call came from; null for the system
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable String actor,
        String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String address,
        Map<String, String> details) {}
