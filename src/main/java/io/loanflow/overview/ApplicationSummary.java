package io.loanflow.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application in a list; amounts in AUD, the term in months, the rate in % a year. */
public record ApplicationSummary(
        String reference,
        String stage,
        String stageName,
        Instant stageSince,
        @Nullable String applicationType,
        @Nullable String purpose,
        @Nullable BigDecimal loanAmount,
        @Nullable Integer loanTerm,
        @Nullable BigDecimal interestRate,
        @Nullable String repaymentFrequency,
        @Nullable String product,
        @Nullable LocalDate estimatedSettlementDate,
        @Nullable Named broker,
        @Nullable Named bdm,
        @Nullable Named branch,
        List<Named> borrowers,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Somebody by id and name. */
    public record Named(long id, String name) {}
}
