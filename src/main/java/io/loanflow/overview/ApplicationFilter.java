package io.loanflow.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which applications a list shows; what is null does not narrow it.
 *
 * @param search part of reference, purpose, or the name or e-mail of the broker or a borrower
 * @param includeClosed false hides stages that the model marks as not open
 */
public record ApplicationFilter(
        @Nullable String stage,
        @Nullable String applicationType,
        @Nullable String repaymentFrequency,
        @Nullable Long brokerId,
        @Nullable Long bdmId,
        @Nullable Long branchId,
        @Nullable LocalDate createdFrom,
        @Nullable LocalDate createdTo,
        @Nullable BigDecimal loanAmountMin,
        @Nullable BigDecimal loanAmountMax,
        @Nullable BigDecimal interestRateMin,
        @Nullable BigDecimal interestRateMax,
        @Nullable String search,
        boolean includeClosed) {}
