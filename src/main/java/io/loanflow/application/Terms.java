package io.loanflow.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an approval: what was entered with the decision, else what was applied for.
 *
 * @param amount in AUD
 * @param term in months
 * @param rate in % a year
 * @param expiry last day of the approval, null for the usual time
 * @param conditions what has to be met before the money is paid
 */
public record Terms(
        @Nullable BigDecimal amount,
        @Nullable Integer term,
        @Nullable BigDecimal rate,
        @Nullable LocalDate expiry,
        List<String> conditions) {

    static Terms asAppliedFor(LoanApplication application) {
        var data = application.data();
        return new Terms(data.loanAmount(), data.loanTerm(), data.interestRate(), null, List.of());
    }
}
