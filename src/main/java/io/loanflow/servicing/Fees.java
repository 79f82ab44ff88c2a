package io.loanflow.servicing;

import io.loanflow.platform.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fees of applications. */
public interface Fees {

    /** Empty when it is raised by entering a stage and was raised before. */
    Optional<Fee> raise(String reference, Fee.New fee, @Nullable String by, Instant at);

    /** Oldest first. */
    List<Fee> of(String reference);

    Optional<Fee> find(long id);

    /** Sum of what is not paid, waived or refunded, in AUD. */
    BigDecimal unpaid(String reference);

    /**
     * Keeps what was done and the state that follows.
     *
     * @param kind {@code payment}, {@code waiver} or {@code refund}
     * @throws Problem 409 when the transfer is recorded already
     */
    void settle(long id, String kind, String status, Fee.Deed deed, String by, Instant at);
}
