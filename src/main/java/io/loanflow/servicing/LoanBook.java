package io.loanflow.servicing;

import io.loanflow.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed, to be read. */
@Component
public class LoanBook {

    /** How many years ahead somebody may ask. */
    private static final int YEARS = 100;

    private final LoanAccounts accounts;
    private final Ledger ledger;

    LoanBook(LoanAccounts accounts, Ledger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> entries(String reference) {
        return ledger.of(reference);
    }

    /** @throws Problem 400 for a day before the funding or in a far future, 409 before the funding */
    @Transactional(readOnly = true)
    public PayoutFigure payout(String reference, LocalDate on) {
        var account = accounts.find(reference)
                .orElseThrow(
                        () -> Problem.conflict("The loan is not funded; there is nothing to be paid out.", Map.of()));
        var funded = account.loan().fundedOn();
        if (on.isBefore(funded) || on.isAfter(funded.plusYears(YEARS))) {
            throw Problem.badInput(
                    "/date",
                    "out_of_range",
                    "Ask for a day from " + funded + ", when the loan was funded, to " + funded.plusYears(YEARS) + ".");
        }
        return account.payout(on);
    }
}
