package io.loanflow.identity;

/**
 * A log-in session is over; published inside the transaction that ends it.
 *
 * @param reason {@code logged_out}, {@code refresh_reused}, {@code password_changed}, {@code deactivated} or {@code deleted}
 */
public record SessionEnded(String userId, String sessionId, String reason) {}
