package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The loan is paid out before its last day: one last line, with the interest up to the day of the payment, takes the place of
 * the lines to come. It is undone when it is not covered any more.
 */
@Component
class EarlyEnd {

    private final LoanAccounts accounts;
    private final Instalments instalments;
    private final Ledger ledger;
    private final Clock clock;

    EarlyEnd(LoanAccounts accounts, Instalments instalments, Ledger ledger, Clock clock) {
        this.accounts = accounts;
        this.instalments = instalments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Interest of lines to come that is in the ledger, because the money is recorded later than it came, is taken back.
     *
     * @return whether there were lines to come
     */
    boolean make(LoanAccount account, Payment payment, PayoutFigure figure) {
        var on = payment.receivedOn();
        var gone = account.notDue(on);
        if (gone.isEmpty()) {
            return false;
        }
        var first = gone.get(0);
        instalments.replace(ids(gone), payment.id(), clock.instant());
        var last = new Instalment.New(
                first.number(),
                first.periodStart(),
                first.periodStart().isAfter(on) ? first.periodStart() : on,
                figure.interestAccrued(),
                LoanAccount.sum(gone, Instalment::principal),
                new BigDecimal("0.00"),
                payment.id());
        instalments.add(payment.reference(), List.of(last));
        gone.stream()
                .filter(Instalment::charged)
                .forEach(line -> takeBack(payment.reference(), line, payment.id(), payment.recordedBy()));
        accounts.chargeInterest(payment.reference(), made(payment.reference()));
        return true;
    }

    /** @return whether there was one */
    boolean undo(String reference, String by) {
        var made = made(reference);
        made.forEach(end -> {
            long maker = Objects.requireNonNull(end.madeBy());
            var before = new HashSet<>(ids(instalments.of(reference)));
            instalments.restore(maker, clock.instant());
            takeBack(reference, end, maker, by);
            instalments.of(reference).stream()
                    .filter(line -> line.charged() && !before.contains(line.id()))
                    .forEach(line -> chargeAgain(reference, line, maker, by));
        });
        return !made.isEmpty();
    }

    private List<Instalment> made(String reference) {
        return instalments.of(reference).stream()
                .filter(line -> line.madeBy() != null)
                .toList();
    }

    private void takeBack(String reference, Instalment line, long maker, String by) {
        var what = "Interest of instalment " + line.number() + ", due " + line.dueDate() + ", taken back";
        enter(reference, new LedgerEntry.New("reversal", line.interest().negate(), what, source(line, maker)), by);
    }

    private void chargeAgain(String reference, Instalment line, long maker, String by) {
        var what = "Interest of instalment " + line.number() + ", due " + line.dueDate() + ", owed again";
        enter(reference, new LedgerEntry.New("interest", line.interest(), what, source(line, maker)), by);
    }

    private void enter(String reference, LedgerEntry.New entry, String by) {
        ledger.add(reference, entry, by, clock.instant());
    }

    private static String source(Instalment line, long maker) {
        return "instalment:" + line.id() + " payment:" + maker;
    }

    private static Set<Long> ids(List<Instalment> lines) {
        return lines.stream().map(Instalment::id).collect(Collectors.toSet());
    }
}
