package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the received money pays: the oldest instalment first, in each the interest before the principal. It follows from the
 * payments that count and nothing else, so a reversal needs no undoing. Source: domain "Money".
 */
final class Allocation {

    private final List<Payment> received;
    private BigDecimal left;
    private BigDecimal reached = BigDecimal.ZERO;
    private BigDecimal needed = BigDecimal.ZERO;
    private int next;

    private Allocation(List<Payment> received) {
        this.received = received;
        this.left = received.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In the order of the instalments. */
    static List<Instalment.Paid> of(List<Instalment> instalments, List<Payment> payments) {
        var received = payments.stream()
                .filter(Payment::counts)
                .sorted(Comparator.comparing(Payment::receivedOn).thenComparing(Payment::id))
                .toList();
        var allocation = new Allocation(received);
        var paid = new ArrayList<Instalment.Paid>();
        instalments.forEach(instalment -> paid.add(allocation.take(instalment)));
        return paid;
    }

    private Instalment.Paid take(Instalment instalment) {
        var interest = take(instalment.interest());
        var principal = take(instalment.principal());
        needed = needed.add(instalment.amount());
        boolean whole = interest.add(principal).compareTo(instalment.amount()) == 0;
        return new Instalment.Paid(interest, principal, whole ? dayOf(needed) : null);
    }

    private BigDecimal take(BigDecimal wanted) {
        var taken = wanted.min(left).setScale(2);
        left = left.subtract(taken);
        return taken;
    }

    /** The day on which so much had been received. */
    private @Nullable LocalDate dayOf(BigDecimal sum) {
        while (next < received.size() && reached.compareTo(sum) < 0) {
            reached = reached.add(received.get(next++).amount());
        }
        return next == 0 ? null : received.get(next - 1).receivedOn();
    }
}
