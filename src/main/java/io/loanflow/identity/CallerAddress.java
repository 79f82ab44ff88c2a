package io.loanflow.identity;

import java.util.Optional;

/** The network address that the call of this thread came from. */
public interface CallerAddress {

    /** Empty when the system works by itself. */
    Optional<String> find();
}
