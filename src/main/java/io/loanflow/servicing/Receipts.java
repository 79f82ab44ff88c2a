package io.loanflow.servicing;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money received for instalments, and mistakes taken back. */
@Component
public class Receipts {

    private final LoanAccess access;
    private final LoanAccounts accounts;
    private final Payments payments;
    private final EarlyEnd earlyEnd;
    private final Ledger ledger;
    private final Clock clock;

    Receipts(
            LoanAccess access,
            LoanAccounts accounts,
            Payments payments,
            EarlyEnd earlyEnd,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.payments = payments;
        this.earlyEnd = earlyEnd;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records a payment. It pays the oldest instalments first; what is more than they need pays later ones, up to what settles
     * the loan on the day it was received.
     *
     * @throws Problem 404, 403, 400 for a day before the funding, 409 when the loan does not run or the transfer is recorded
     *     already, 422 when it is more than settles the loan
     */
    @Transactional
    public Payment receive(String reference, Payment.Received received, Viewer caller) {
        var viewer = access.writeAlone(reference, caller);
        var account = accounts.requireUpToDate(reference);
        requireAfterFunding(received, account.loan());
        var figure = account.payout(received.receivedOn());
        requireWithin(figure, received.amount());
        var payment = payments.add(reference, received, viewer.userId(), clock.instant());
        ledger.add(
                reference,
                new LedgerEntry.New(
                        "payment",
                        received.amount().negate(),
                        "Payment " + received.externalReference() + ", received " + received.receivedOn(),
                        source(payment)),
                viewer.userId(),
                clock.instant());
        boolean settles = received.amount().compareTo(figure.loan()) == 0;
        accounts.settle(reference, settles && earlyEnd.make(account, payment, figure));
        return payment;
    }

    /**
     * Takes a payment back: what it paid is owed again. An early end that it had a part in did not happen.
     *
     * @throws Problem 404, 403, 409 when it is reversed already or the loan is closed
     */
    @Transactional
    public Payment reverse(long id, @Nullable String reason, Viewer caller) {
        var payment = payments.find(id).orElseThrow(() -> Problem.notFound("payment"));
        var viewer = LoanAccess.hiding("payment", () -> access.writeAlone(payment.reference(), caller));
        accounts.requireUpToDate(payment.reference());
        if (!require(id).counts()) {
            throw Problem.conflict("The payment is reversed already.", Map.of());
        }
        payments.reverse(id, reason, viewer.userId(), clock.instant());
        ledger.add(
                payment.reference(),
                new LedgerEntry.New(
                        "reversal",
                        payment.amount(),
                        "Payment " + payment.externalReference() + " reversed" + (reason == null ? "" : ": " + reason),
                        source(payment)),
                viewer.userId(),
                clock.instant());
        accounts.settle(payment.reference(), earlyEnd.undo(payment.reference(), viewer.userId()));
        return require(id);
    }

    /** All payments of a loan, oldest first. */
    @Transactional(readOnly = true)
    public List<Payment> of(String reference) {
        return payments.of(reference);
    }

    /** @throws Problem 404, 403 */
    public void requireWriter(long id, Viewer caller) {
        var payment = payments.find(id).orElseThrow(() -> Problem.notFound("payment"));
        LoanAccess.hiding("payment", () -> access.write(payment.reference(), caller));
    }

    private Payment require(long id) {
        return payments.find(id).orElseThrow();
    }

    private static void requireAfterFunding(Payment.Received received, FundedLoan loan) {
        if (received.receivedOn().isBefore(loan.fundedOn())) {
            throw Problem.badInput(
                    "/received_on", "before_funding", "The loan was funded on " + loan.fundedOn() + ", not earlier.");
        }
    }

    private static void requireWithin(PayoutFigure figure, BigDecimal amount) {
        if (amount.compareTo(figure.loan()) <= 0) {
            return;
        }
        var fees = figure.fees().signum() == 0
                ? ""
                : " Fees of " + figure.fees() + " are owed beside it; each is paid by POST /api/fees/{id}/payment.";
        throw Problem.of(
                422,
                "More than is owed",
                List.of(new Violation(
                        "/amount",
                        "exceeds_payout_figure",
                        "On " + figure.date() + " the loan is settled with " + figure.loan() + "; more is not taken."
                                + fees)));
    }

    private static String source(Payment payment) {
        return "payment:" + payment.id();
    }
}
