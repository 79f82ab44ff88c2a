package io.loanflow.application;

import io.loanflow.people.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored application. Its stage is not here: that is where the token of its process is.
 *
 * @param data what was entered; its borrowers are those of {@code borrowers}
 * @param valuation what a review found the securities to be worth together
 * @param version counts changes and moves, for optimistic locking
 */
public record LoanApplication(
        String reference,
        ApplicationData data,
        List<Party> borrowers,
        @Nullable Valuation valuation,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * A reviewed value of all securities.
     *
     * @param amount in AUD
     * @param by id of the user who reviewed it
     */
    public record Valuation(BigDecimal amount, @Nullable LocalDate date, String by) {}

    /** The first business day that this application existed, for rules about dates. */
    LocalDate createdOn(java.time.ZoneId zone) {
        return createdAt.atZone(zone).toLocalDate();
    }
}
