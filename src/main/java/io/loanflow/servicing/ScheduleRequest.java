package io.loanflow.servicing;

import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The loan whose schedule is asked for. The limits of amount, term and rate stand in the table {@code limitLoan}.
 *
 * @param amount in AUD
 * @param rate in % a year, 0 allowed
 * @param term in months
 * @param firstDue day of the first instalment; absent: one period from today, after the capitalised months
 * @param capitalisedMonths in which nothing is paid
 */
public record ScheduleRequest(
        @NotNull(message = "is needed") @Nullable BigDecimal amount,
        @NotNull(message = "is needed") @Nullable BigDecimal rate,
        @NotNull(message = "is needed") @Nullable Integer term,

        @NotNull(message = "is needed") @OneOf({"weekly", "fortnightly", "monthly", "quarterly", "annually"}) @Nullable
        String frequency,

        @Nullable LocalDate firstDue,

        @PositiveOrZero(message = "cannot be negative")
        @Max(value = 480, message = "exceeds the maximum allowed")
        @Nullable
        Integer capitalisedMonths) {}
