package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed, entry by entry; nothing is ever changed or removed. */
public interface Ledger {

    /** Adds an entry behind the last one; an amount of nothing adds none. */
    void add(String reference, LedgerEntry.New entry, @Nullable String by, Instant at);

    /** Oldest first. */
    List<LedgerEntry> of(String reference);

    /** What is owed now, in AUD. */
    BigDecimal balance(String reference);
}
