package io.loanflow.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox, without what it says.
 *
 * @param status {@code waiting}, {@code sent} or {@code failed}
 * @param attempts how often it was tried
 * @param secret whether its text holds a secret and is forgotten once it has left
 */
public record Mail(
        long id,
        String recipient,
        String subject,
        String status,
        int attempts,
        @Nullable String lastError,
        boolean secret,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static final String SENT = "sent";
}
