package io.loanflow.servicing;

import io.loanflow.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payments that were recorded. */
public interface Payments {

    /** @throws Problem 409 when the transfer is recorded already */
    Payment add(String reference, Payment.Received received, String by, Instant at);

    /** Oldest first, reversed ones too. */
    List<Payment> of(String reference);

    Optional<Payment> find(long id);

    void reverse(long id, @Nullable String reason, String by, Instant at);
}
