package io.loanflow.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that one person was told; clients meet it with these field names in snake_case. */
public record Notification(
        long id,
        String title,
        String message,
        String notificationType,
        @Nullable String relatedObjectType,
        @Nullable String relatedObjectId,
        boolean isRead,
        Instant createdAt) {}
