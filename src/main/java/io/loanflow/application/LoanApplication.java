package io.loanflow.application;

import io.loanflow.people.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored application. Its stage is not here: that is where the token of its process is.
 *
 * @param data what was entered; the people behind it are {@code borrowers} and {@code guarantors}
 * @param valuation what a review found the securities to be worth together
 * @param survey what building will cost, when that was surveyed
 * @param version counts changes and moves, for optimistic locking
 */
public record LoanApplication(
        String reference,
        ApplicationData data,
        List<Party> borrowers,
        List<Party> guarantors,
        @Nullable Valuation valuation,
        @Nullable Survey survey,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * A reviewed value of all securities.
     *
     * @param amount in AUD
     * @param valuerId whose report it is
     * @param by id of the user who reviewed it
     */
    public record Valuation(
            BigDecimal amount,
            @Nullable LocalDate date,
            @Nullable Integer valuerId,
            String by) {}

    /**
     * A quantity surveyor's report.
     *
     * @param amount in AUD
     */
    public record Survey(
            BigDecimal amount,
            @Nullable LocalDate date,
            @Nullable Integer quantitySurveyorId) {}

    /** Borrowers, and guarantors whose income counts: those whose figures are assessed. */
    List<Party> earners() {
        return Stream.concat(
                        borrowers.stream(),
                        guarantors.stream()
                                .filter(guarantor ->
                                        Boolean.TRUE.equals(guarantor.data().incomeCounts())))
                .toList();
    }

    /** The same with the people who stand behind it. */
    public LoanApplication with(List<Party> newBorrowers, List<Party> newGuarantors) {
        return new LoanApplication(
                reference,
                data,
                newBorrowers,
                newGuarantors,
                valuation,
                survey,
                createdBy,
                createdAt,
                updatedAt,
                version);
    }

    /** What was entered, with the people as they are stored. */
    ApplicationData whole() {
        return data.with(
                borrowers.stream().map(Party::data).toList(),
                guarantors.stream().map(Party::data).toList());
    }

    /** The first business day that this application existed, for rules about dates. */
    public LocalDate createdOn(java.time.ZoneId zone) {
        return createdAt.atZone(zone).toLocalDate();
    }
}
