package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * New terms of a running loan; amounts in AUD.
 *
 * @param rate in % a year
 * @param amount what is owed under them, null for what is not due yet
 * @param repayment what is paid each period
 * @param firstDue when the first of the new instalments is due, null for the day of the first that they replace
 */
public record ExtensionTerms(
        BigDecimal rate,
        @Nullable BigDecimal amount,
        BigDecimal repayment,
        @Nullable LocalDate firstDue) {}
