package io.loanflow.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recorded terms.
 *
 * @param amount in AUD
 * @param term in months
 * @param rate in % a year
 * @param expiry last day on which it stands
 * @param overrideReason why it was given although a rule refused
 */
public record Approval(
        BigDecimal amount,
        int term,
        BigDecimal rate,
        LocalDate expiry,
        @Nullable String overrideReason,
        @Nullable String approvedBy,
        Instant approvedAt,
        List<Condition> conditions) {

    /** The same for those who do not decide: why a rule was set aside is between those who do. */
    public Approval withoutOverride() {
        return new Approval(amount, term, rate, expiry, null, approvedBy, approvedAt, conditions);
    }

    /** Something that has to be met before the money is paid. */
    public record Condition(
            long id,
            String text,
            boolean met,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}
}
