package io.loanflow.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are asked for; null asks for all.
 *
 * @param from at this instant or later
 * @param before before this instant
 */
public record AuditFilter(
        @Nullable String action,
        @Nullable String actor,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable Instant from,
        @Nullable Instant before) {}
