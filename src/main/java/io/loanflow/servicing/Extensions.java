package io.loanflow.servicing;

import io.loanflow.application.CalculationLimits;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New terms for a running loan: a new schedule takes the place of the lines that are neither due nor paid in part. */
@Component
public class Extensions {

    private final LoanAccess access;
    private final LoanAccounts accounts;
    private final LoanApplications applications;
    private final Loans loans;
    private final Instalments instalments;
    private final Ledger ledger;
    private final CalculationLimits limits;
    private final Clock clock;

    Extensions(
            LoanAccess access,
            LoanAccounts accounts,
            LoanApplications applications,
            Loans loans,
            Instalments instalments,
            Ledger ledger,
            CalculationLimits limits,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.applications = applications;
        this.loans = loans;
        this.instalments = instalments;
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What an extension leads to.
     *
     * @param advance paid out in addition, in AUD
     */
    public record Extended(int numberOfPayments, BigDecimal advance, RepaymentSchedule schedule) {}

    /**
     * Replaces what is still to come by payments of the new height. An amount above what is left is a further advance.
     *
     * @throws Problem 404, 403, 409 when the loan does not run, 422 when the new terms cannot be
     */
    @Transactional
    public Extended extend(String reference, ExtensionTerms terms, Viewer caller) {
        var viewer = access.writeAlone(reference, caller);
        requireWithinLimits(reference, terms);
        var account = accounts.requireUpToDate(reference);
        var plan = ExtensionPlan.of(account, terms, LocalDate.now(clock));
        replaceLines(account, plan);
        book(reference, terms, plan, viewer.userId());
        accounts.settle(reference, true);
        return new Extended(plan.level().payments().orElseThrow(), plan.advance(), current(reference));
    }

    private void replaceLines(LoanAccount account, ExtensionPlan plan) {
        var loan = account.loan();
        var gone = plan.gone();
        int kept = account.instalments().size() - gone.size();
        instalments.replace(gone.stream().map(Instalment::id).toList(), null, clock.instant());
        instalments.add(
                loan.reference(),
                Schedules.inPeriods(plan.schedule(), kept, gone.get(0).periodStart(), loan.frequency()));
    }

    private void book(String reference, ExtensionTerms terms, ExtensionPlan plan, String by) {
        var count = plan.schedule().lines().size();
        var id = loans.extend(reference, terms, plan.level().amount(), plan.advance(), count, by, clock.instant());
        ledger.add(
                reference,
                new LedgerEntry.New(
                        "disbursement", plan.advance(), "Further advance with an extension", "extension:" + id),
                by,
                clock.instant());
    }

    private void requireWithinLimits(String reference, ExtensionTerms terms) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        var violations = limits.checkAgreed(application, terms.amount(), terms.rate());
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
    }

    private RepaymentSchedule current(String reference) {
        return new RepaymentSchedule(
                instalments.of(reference).stream().map(Instalment::asLine).toList());
    }
}
