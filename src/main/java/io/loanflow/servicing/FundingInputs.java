package io.loanflow.servicing;

import java.math.BigDecimal;

/** All figures that a funding is calculated from, those of the table included; see {@link FundingRequest}. */
public record FundingInputs(
        BigDecimal amount,
        BigDecimal rate,
        int capitalisedMonths,
        BigDecimal establishmentRate,
        BigDecimal lineFeeRate,
        BigDecimal brokerageRate,
        BigDecimal applicationFee,
        BigDecimal dueDiligenceFee,
        BigDecimal legalFee,
        BigDecimal gstRate,
        BigDecimal valuationFee,
        BigDecimal accountFee,
        BigDecimal workingFee) {}
