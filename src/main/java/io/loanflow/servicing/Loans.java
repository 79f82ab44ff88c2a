package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loans whose money is out. */
public interface Loans {

    void add(FundedLoan loan, @Nullable String by, Instant at);

    Optional<FundedLoan> find(String reference);

    void setArrears(String reference, @Nullable String arrears);

    void setPaidOut(String reference, LocalDate on);

    /**
     * Keeps an extension and what it makes of the loan.
     *
     * @param principal what is owed under the new terms, in AUD
     * @param advance what is paid out in addition, in AUD
     * @return its id
     */
    long extend(
            String reference,
            ExtensionTerms terms,
            BigDecimal principal,
            BigDecimal advance,
            int payments,
            String by,
            Instant at);
}
