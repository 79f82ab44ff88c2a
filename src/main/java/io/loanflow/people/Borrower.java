package io.loanflow.people;

import org.jspecify.annotations.Nullable;

/**
 * A person or company that borrows.
 *
 * @param userId log-in, null when they have none
 */
public record Borrower(long id, @Nullable String userId, BorrowerData data) {}
