package io.loanflow.servicing.web;

import io.loanflow.servicing.FundingCalculation;
import io.loanflow.servicing.FundingInputs;
import io.loanflow.servicing.KeptCalculation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A funding calculation as the API answers it. */
record FundingResource(
        @Nullable Long id,
        @Nullable String application,
        @Nullable Instant at,
        @Nullable String by,
        FundingInputs inputs,
        List<FundingCalculation.FundingLine> lines,
        BigDecimal totalFees,
        BigDecimal fundsAvailable) {

    static FundingResource of(KeptCalculation kept) {
        var calculation = kept.calculation();
        return new FundingResource(
                kept.id(),
                kept.reference(),
                kept.at(),
                kept.by(),
                calculation.inputs(),
                calculation.lines(),
                calculation.totalFees(),
                calculation.fundsAvailable());
    }
}
