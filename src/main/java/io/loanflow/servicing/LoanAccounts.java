package io.loanflow.servicing;

import io.loanflow.platform.Problem;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps instalments, ledger and processes in step with what was received. Whoever writes holds the application's lock. */
@Component
class LoanAccounts {

    private final Loans loans;
    private final Instalments instalments;
    private final Payments payments;
    private final Fees fees;
    private final Ledger ledger;
    private final LoanServicing process;
    private final Tasks tasks;
    private final Clock clock;

    LoanAccounts(
            Loans loans,
            Instalments instalments,
            Payments payments,
            Fees fees,
            Ledger ledger,
            LoanServicing process,
            @Lazy Tasks tasks,
            Clock clock) {
        this.loans = loans;
        this.instalments = instalments;
        this.payments = payments;
        this.fees = fees;
        this.ledger = ledger;
        this.process = process;
        this.tasks = tasks;
        this.clock = clock;
    }

    Optional<LoanAccount> find(String reference) {
        return loans.find(reference).map(this::account);
    }

    /** @throws Problem 409 before the funding and after the loan was paid out */
    LoanAccount requireRunning(String reference) {
        var account = find(reference)
                .orElseThrow(() -> Problem.conflict("The loan is not funded: nothing can be paid on it.", Map.of()));
        if (account.loan().isPaidOut()) {
            throw Problem.conflict(
                    "The loan was paid out on " + account.loan().paidOutOn() + " and is closed.", Map.of());
        }
        return account;
    }

    private LoanAccount account(FundedLoan loan) {
        return new LoanAccount(
                loan, instalments.of(loan.reference()), payments.of(loan.reference()), fees.unpaid(loan.reference()));
    }

    /** Enters interest in the ledger whose day has come, oldest first. */
    void chargeInterest(String reference, List<Instalment> due) {
        due.forEach(line -> ledger.add(
                reference,
                new LedgerEntry.New(
                        "interest",
                        line.interest(),
                        "Interest of instalment " + line.number() + ", due " + line.dueDate(),
                        "instalment:" + line.id()),
                null,
                clock.instant()));
        instalments.setCharged(due.stream().map(Instalment::id).toList(), clock.instant());
    }

    /**
     * As {@link #requireRunning}, with interest charged that was owed before somebody does something about the loan.
     *
     * @throws Problem 409
     */
    LoanAccount requireUpToDate(String reference) {
        var account = requireRunning(reference);
        var due = account.toCharge(LocalDate.now(clock));
        if (due.isEmpty()) {
            return account;
        }
        chargeInterest(reference, due);
        return requireRunning(reference);
    }

    /**
     * What was received is spread over the instalments anew, and whoever waits for that hears of it.
     *
     * @param otherLines whether lines were replaced
     */
    void settle(String reference, boolean otherLines) {
        var before = find(reference).orElseThrow();
        var after = before.allocated();
        var changed = new HashMap<Long, Instalment.Paid>();
        var newlyPaid = new ArrayList<Instalment>();
        boolean reopened = false;
        for (int i = 0; i < before.instalments().size(); i++) {
            var line = before.instalments().get(i);
            var now = after.instalments().get(i);
            if (!line.paid().equals(now.paid())) {
                changed.put(line.id(), now.paid());
            }
            if (now.isPaid() && !line.isPaid()) {
                newlyPaid.add(line);
            }
            reopened |= line.isPaid() && !now.isPaid();
        }
        instalments.setPaid(changed);
        tell(after, newlyPaid, reopened || otherLines);
    }

    private void tell(LoanAccount account, List<Instalment> newlyPaid, boolean otherLines) {
        var reference = account.loan().reference();
        newlyPaid.stream()
                .filter(line -> line.lateSince() != null)
                .forEach(line -> instalments.setLate(line.id(), null));
        if (account.isNothingOwed()) {
            end(reference);
            return;
        }
        if (otherLines) {
            instalments.watchAnew(reference);
            process.scheduleChanged(reference);
        } else {
            newlyPaid.forEach(line -> process.instalmentPaid(reference, line.id()));
        }
        if (account.loan().arrears() != null) {
            tellOfArrears(reference, account.isInArrears());
        }
    }

    private void tellOfArrears(String reference, boolean still) {
        if (still) {
            tasks.briefAnew(reference);
        } else {
            loans.setArrears(reference, null);
            process.arrearsCleared(reference);
        }
    }

    /** A fee was settled: when that was the last that was owed, the loan ends. */
    void feeSettled(String reference) {
        find(reference)
                .filter(account -> !account.loan().isPaidOut())
                .filter(LoanAccount::isNothingOwed)
                .ifPresent(account -> end(reference));
    }

    private void end(String reference) {
        loans.setArrears(reference, null);
        loans.setPaidOut(reference, LocalDate.now(clock));
        process.repaid(reference);
    }
}
