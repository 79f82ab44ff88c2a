package io.loanflow.identity;

import java.util.Optional;

/** The network address that the call of this thread came from. */
public interface CallerAddress {

    /** Empty when the system works by itself. */
    Optional<String> find();

    /** What the caller's program calls itself, cut to a length that can be kept; empty when it does not say. */
    Optional<String> agent();
}
