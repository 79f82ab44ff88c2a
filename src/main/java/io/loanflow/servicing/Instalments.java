package io.loanflow.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of the schedules; a line that was replaced is not among them any more. */
public interface Instalments {

    /** The line that settles the loan. */
    Optional<Instalment> last(String reference);

    /** In one statement, however many. */
    void add(String reference, List<Instalment.New> lines);

    /** Oldest first. */
    List<Instalment> of(String reference);

    /** Empty when it was replaced, or its loan is another. */
    Optional<Instalment> find(String reference, long id);

    /** The oldest line that is not paid, not in arrears, and whose collection was not started yet. */
    Optional<Instalment> nextToWatch(String reference);

    /** The oldest line whose interest is not in the ledger yet. */
    Optional<Instalment> nextToCharge(String reference);

    void setPaid(Map<Long, Instalment.Paid> paid);

    void setCharged(Collection<Long> ids, Instant at);

    void setWatched(long id);

    /** Collections start anew for whatever is not paid and not in arrears. */
    void watchAnew(String reference);

    void setLate(long id, @Nullable LocalDate since);

    /** @param payment the payment that makes them unnecessary, null for a new schedule */
    void replace(Collection<Long> ids, @Nullable Long payment, Instant at);

    /** Undoes what a payment replaced, and takes away what it made. */
    void restore(long payment, Instant at);

    /** @return false when that was told before, of this line or of one on the same day and of the same height that it replaced */
    boolean remember(long id, String reminder, Instant at);
}
