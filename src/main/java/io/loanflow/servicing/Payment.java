package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money received for the instalments of a loan.
 *
 * @param amount in AUD, as received
 * @param externalReference what the bank calls the transfer
 * @param reversedAt null while it counts
 */
public record Payment(
        long id,
        String reference,
        BigDecimal amount,
        LocalDate receivedOn,
        String externalReference,
        String recordedBy,
        Instant recordedAt,
        @Nullable Instant reversedAt,
        @Nullable String reversalReason) {

    /** Money before it is recorded. */
    public record Received(BigDecimal amount, LocalDate receivedOn, String externalReference) {}

    public String status() {
        return counts() ? "received" : "reversed";
    }

    boolean counts() {
        return reversedAt == null;
    }
}
