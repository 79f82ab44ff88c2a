package io.loanflow.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications of a person are asked for; null asks for all.
 *
 * @param from created at this instant or later
 * @param before created before this instant
 * @param search part of the title, the message or the related object's id, case ignored
 */
public record InboxFilter(
        @Nullable String type,
        @Nullable Boolean isRead,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String search) {}
