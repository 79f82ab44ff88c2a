package io.loanflow.servicing;

import io.loanflow.application.LoanApplications;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Decisions;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.StageEntered;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fees: raised by the table {@code chargeFees} on entering a stage, or by hand; then paid, waived, refunded, once each. */
@Component
public class FeeCharges {

    static final String TABLE = "chargeFees";

    private final LoanAccess access;
    private final LoanAccounts accounts;
    private final LoanApplications applications;
    private final Fees fees;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Positions positions;
    private final ApplicationLock lock;
    private final Clock clock;

    FeeCharges(
            LoanAccess access,
            LoanAccounts accounts,
            LoanApplications applications,
            Fees fees,
            Ledger ledger,
            Decisions decisions,
            Positions positions,
            ApplicationLock lock,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.applications = applications;
        this.fees = fees;
        this.ledger = ledger;
        this.decisions = decisions;
        this.positions = positions;
        this.lock = lock;
        this.clock = clock;
    }

    @EventListener
    void on(StageEntered entered) {
        var inputs = new HashMap<String, Object>();
        inputs.put("stage", entered.stage().id());
        inputs.put(
                "applicationType",
                applications
                        .find(entered.reference())
                        .map(application -> application.data().applicationType())
                        .orElse(null));
        decisions.decide(TABLE, inputs).forEach(row -> charge(entered.reference(), fee(row), entered.by()));
    }

    private Fee.New fee(Map<String, Object> row) {
        return new Fee.New(
                String.valueOf(row.get("type")),
                String.valueOf(row.get("description")),
                new BigDecimal(String.valueOf(row.get("amount"))).setScale(2),
                LocalDate.now(clock).plusDays(Long.parseLong(String.valueOf(row.get("dueDays")))),
                true);
    }

    /**
     * Raises a fee by hand.
     *
     * @throws Problem 404, 403, 409 when the application is over
     */
    @Transactional
    public Fee raise(String reference, Fee.New fee, Viewer caller) {
        var viewer = access.writeAlone(reference, caller);
        requireOpen(reference);
        var stage = positions.of(reference).stage();
        if (stage != null && !stage.open()) {
            throw Problem.conflict(
                    "The application is in stage '" + stage.id() + "': no fee is raised any more.", Map.of());
        }
        return charge(reference, fee, viewer.userId()).orElseThrow();
    }

    private Optional<Fee> charge(String reference, Fee.New fee, @Nullable String by) {
        lock.acquire(reference);
        var raised = fees.raise(reference, fee, by, clock.instant());
        raised.ifPresent(one -> enter(one, "fee", one.amount(), one.description() + " charged", by));
        return raised;
    }

    /**
     * @throws Problem 404, 403, 400 for a day before there was an application, 409 when it is not unpaid, the loan is closed, or
     *     the transfer is recorded already
     */
    @Transactional
    public Fee pay(long id, Fee.Deed deed, Viewer caller) {
        requireWriter(id, caller);
        var begun = applications.find(found(id).reference()).orElseThrow().createdOn(clock.getZone());
        if (deed.on().isBefore(begun)) {
            throw Problem.badInput(
                    "/received_on", "before_application", "The application was made on " + begun + ", not earlier.");
        }
        return settle(id, "payment", Set.of(Fee.UNPAID), Fee.PAID, deed, caller);
    }

    /** @throws Problem 404, 403, 409 when it is not unpaid, or the loan is closed */
    @Transactional
    public Fee waive(long id, Fee.Deed deed, Viewer caller) {
        return settle(id, "waiver", Set.of(Fee.UNPAID), Fee.WAIVED, deed, caller);
    }

    /** @throws Problem 404, 403, 409 when it is not paid, or the loan is closed */
    @Transactional
    public Fee refund(long id, Fee.Deed deed, Viewer caller) {
        return settle(id, "refund", Set.of(Fee.PAID), Fee.REFUNDED, deed, caller);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Fee> of(String reference) {
        return fees.of(reference);
    }

    /** @throws Problem 404, 403 */
    public void requireWriter(long id, Viewer caller) {
        LoanAccess.hiding("fee", () -> access.write(found(id).reference(), caller));
    }

    private Fee settle(long id, String kind, Set<String> from, String to, Fee.Deed deed, Viewer caller) {
        var reference = found(id).reference();
        var viewer = LoanAccess.hiding("fee", () -> access.writeAlone(reference, caller));
        requireOpen(reference);
        var fee = found(id);
        if (!from.contains(fee.status())) {
            throw Problem.conflict(
                    "The fee is " + fee.status() + "; only one that is " + String.join(" or ", from) + " can be " + to
                            + ".",
                    Map.of("status", fee.status()));
        }
        fees.settle(id, kind, to, deed, viewer.userId(), clock.instant());
        enter(fee, kind, viewer.userId());
        accounts.feeSettled(fee.reference());
        return found(id);
    }

    /** Money that goes back raises what is owed by as much as the fee that is no more lowers it. */
    private void enter(Fee fee, String kind, String by) {
        if (kind.equals("refund")) {
            enter(fee, "reversal", fee.amount().negate(), fee.description() + " taken back", by);
            enter(fee, "refund", fee.amount(), fee.description() + " refunded", by);
        } else {
            var words = kind.equals("payment") ? " paid" : " waived";
            enter(fee, kind, fee.amount().negate(), fee.description() + words, by);
        }
    }

    private void enter(Fee fee, String type, BigDecimal amount, String description, @Nullable String by) {
        ledger.add(
                fee.reference(),
                new LedgerEntry.New(type, amount, description, "fee:" + fee.id()),
                by,
                clock.instant());
    }

    private Fee found(long id) {
        return fees.find(id).orElseThrow(() -> Problem.notFound("fee"));
    }

    private void requireOpen(String reference) {
        if (accounts.find(reference)
                .filter(account -> account.loan().isPaidOut())
                .isPresent()) {
            throw Problem.conflict("The loan is paid out and closed; nothing is charged or paid any more.", Map.of());
        }
    }
}
