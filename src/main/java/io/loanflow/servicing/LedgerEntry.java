package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A change of what is owed.
 *
 * @param amount in AUD; positive raises what the borrower owes
 * @param balance what is owed after it
 */
public record LedgerEntry(long id, Instant at, String type, BigDecimal amount, BigDecimal balance, String description) {

    /**
     * An entry before it is made.
     *
     * @param source the event that it stands for, {@code payment:12} say; one entry of a type for each
     */
    public record New(String type, BigDecimal amount, String description, String source) {}
}
