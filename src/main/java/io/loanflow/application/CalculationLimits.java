package io.loanflow.application;

import io.loanflow.platform.Violation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bounds of amount, term and rate beside an application: those of every loan; a rate of 0 may be tried in calculations. */
@Component
public class CalculationLimits {

    private final LoanLimits limits;

    CalculationLimits(LoanLimits limits) {
        this.limits = limits;
    }

    /**
     * @param amount in AUD
     * @param term in months
     * @param rate in % a year
     * @return what is wrong, pointing to {@code /amount}, {@code /term} and {@code /rate}; nothing is wrong with what is absent
     */
    public List<Violation> check(@Nullable BigDecimal amount, @Nullable Integer term, @Nullable BigDecimal rate) {
        boolean free = rate != null && rate.signum() == 0;
        return limits.checkTerms(amount, term, free ? null : rate, null);
    }

    /** The same for what is agreed about a running loan: its product says whether the rate may be 0. */
    public List<Violation> checkAgreed(LoanApplication application, @Nullable BigDecimal amount, BigDecimal rate) {
        return limits.checkTerms(amount, null, rate, application.data().product()).stream()
                .filter(violation -> !violation.pointer().equals("/product"))
                .toList();
    }
}
