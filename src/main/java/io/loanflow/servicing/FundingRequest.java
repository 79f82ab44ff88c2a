package io.loanflow.servicing;

import io.loanflow.platform.input.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a borrower would get paid out is asked for. What is absent, but for amount and rate, is as the table
 * {@code calculateFunding} says; rates in %, amounts in AUD.
 *
 * @param rate a year, 0 allowed
 * @param application reference of the application that the result is kept with
 * @param capitalisedMonths whose interest and line fee are kept back
 * @param lineFeeRate a month
 * @param legalFee without GST
 * @param accountFee a month
 */
public record FundingRequest(
        @NotNull(message = "is needed") @Nullable BigDecimal amount,
        @NotNull(message = "is needed") @Nullable BigDecimal rate,

        @Size(max = 40, message = "has at most {max} characters") @Nullable
        String application,

        @PositiveOrZero(message = "cannot be negative")
        @Max(value = 480, message = "exceeds the maximum allowed")
        @Nullable
        Integer capitalisedMonths,

        @DecimalMin(value = "0", message = "cannot be negative")
        @DecimalMax(value = "100", message = "exceeds the maximum allowed")
        @Nullable
        BigDecimal establishmentRate,

        @DecimalMin(value = "0", message = "cannot be negative")
        @DecimalMax(value = "100", message = "exceeds the maximum allowed")
        @Nullable
        BigDecimal lineFeeRate,

        @DecimalMin(value = "0", message = "cannot be negative")
        @DecimalMax(value = "100", message = "exceeds the maximum allowed")
        @Nullable
        BigDecimal brokerageRate,

        @Money @Nullable BigDecimal applicationFee,
        @Money @Nullable BigDecimal dueDiligenceFee,
        @Money @Nullable BigDecimal legalFee,

        @DecimalMin(value = "0", message = "cannot be negative")
        @DecimalMax(value = "100", message = "exceeds the maximum allowed")
        @Nullable
        BigDecimal gstRate,

        @Money @Nullable BigDecimal valuationFee,
        @Money @Nullable BigDecimal accountFee,
        @Money @Nullable BigDecimal workingFee) {}
