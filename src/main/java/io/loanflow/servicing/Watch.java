package io.loanflow.servicing;

import io.loanflow.identity.AuditTrail;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the processes do about a loan when a day comes. Each step looks at the loan as it is then, with nobody else at it: a
 * payment that was quicker leaves nothing to do.
 */
@Component
public class Watch {

    private final Loans loans;
    private final Instalments instalments;
    private final LoanAccounts accounts;
    private final CollectionTimes times;
    private final ApplicationLock lock;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watch(
            Loans loans,
            Instalments instalments,
            LoanAccounts accounts,
            CollectionTimes times,
            ApplicationLock lock,
            @Lazy Tasks tasks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.loans = loans;
        this.instalments = instalments;
        this.accounts = accounts;
        this.times = times;
        this.lock = lock;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** An instalment and when its turn comes. */
    public record Turn(long instalmentId, Instant at) {}

    /**
     * When people are told about an instalment.
     *
     * @param firstReminder some days after it was due
     * @param arrears when the loan counts as in arrears for it
     */
    public record Days(Instant firstReminder, Instant secondReminder, Instant arrears) {}

    /** @return the reference of the loan that is watched from now on */
    public String started(String reference) {
        return loan(reference).reference();
    }

    /** The next instalment to be collected, and when it comes up. */
    public Optional<Turn> nextInstalment(String reference) {
        return instalments
                .nextToWatch(reference)
                .map(line -> new Turn(line.id(), times(reference).announced(line.dueDate())));
    }

    /** The collection of an instalment begins; false when there is nothing to collect any more. */
    public boolean begin(String reference, long instalmentId) {
        lock.acquire(reference);
        var line = unpaid(reference, instalmentId);
        line.ifPresent(one -> instalments.setWatched(one.id()));
        return line.isPresent();
    }

    public Days days(String reference, long instalmentId) {
        var due = instalments.find(reference, instalmentId).orElseThrow().dueDate();
        var of = times(reference);
        return new Days(of.firstReminder(due), of.secondReminder(due), of.arrears(due));
    }

    /** The next interest to be entered in the ledger, at the beginning of the day on which it is due. */
    public Optional<Turn> nextInterest(String reference) {
        return instalments
                .nextToCharge(reference)
                .map(line -> new Turn(
                        line.id(), line.dueDate().atStartOfDay(clock.getZone()).toInstant()));
    }

    /** Enters the interest of an instalment in the ledger, once. */
    public void charge(String reference, long instalmentId) {
        lock.acquire(reference);
        instalments
                .find(reference, instalmentId)
                .filter(line -> !line.charged())
                .ifPresent(line -> accounts.chargeInterest(reference, List.of(line)));
    }

    /** When people are told that the loan comes to its end. */
    public Instant maturity(String reference) {
        var last = instalments.last(reference).orElseThrow();
        return times(reference).maturity(last.dueDate());
    }

    /** Tells once for each last day that the loan comes to its end. */
    public void tellMaturity(String reference) {
        lock.acquire(reference);
        instalments
                .last(reference)
                .filter(line -> !line.isPaid() && instalments.remember(line.id(), "maturity", clock.instant()))
                .ifPresent(line -> events.publishEvent(new MaturityApproached(reference, line)));
    }

    /**
     * Tells the borrowers about an instalment, unless it is paid or they were told before.
     *
     * @param reminder {@code upcoming}, {@code first} or {@code second}
     */
    public void remind(String reference, long instalmentId, String reminder) {
        lock.acquire(reference);
        unpaid(reference, instalmentId)
                .filter(line -> instalments.remember(line.id(), reminder, clock.instant()))
                .ifPresent(line -> events.publishEvent(new InstalmentReminded(reference, line, reminder)));
    }

    /**
     * The loan is in arrears with an instalment.
     *
     * @return whether there is something to handle that nobody was asked for yet
     */
    public boolean reportArrears(String reference, long instalmentId) {
        lock.acquire(reference);
        var line = unpaid(reference, instalmentId);
        if (line.isEmpty()) {
            return false;
        }
        instalments.setLate(instalmentId, LocalDate.now(clock));
        if (instalments.remember(instalmentId, "arrears", clock.instant())) {
            events.publishEvent(new ArrearsReported(reference, line.get()));
        }
        boolean asked = FundedLoan.OPEN.equals(loan(reference).arrears());
        loans.setArrears(reference, FundedLoan.OPEN);
        if (asked) {
            tasks.briefAnew(reference);
        }
        return !asked;
    }

    /** Accounts have handled the arrears; what is late is still owed. */
    public void arrearsHandled(String reference, String note) {
        lock.acquire(reference);
        loans.setArrears(reference, FundedLoan.HANDLED);
        audit.record("arrears_handled", "application", reference, Map.of("note", note));
    }

    private Optional<Instalment> unpaid(String reference, long instalmentId) {
        return instalments.find(reference, instalmentId).filter(line -> !line.isPaid());
    }

    private CollectionTimes.Of times(String reference) {
        return times.of(loan(reference).frequency());
    }

    private FundedLoan loan(String reference) {
        return loans.find(reference).orElseThrow();
    }
}
