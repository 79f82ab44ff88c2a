package io.loanflow.application;

import java.time.Instant;
import java.util.Set;

/** What has been ticked off the settlement checklists. */
public interface ChecklistTicks {

    /** Codes of the items that are done. */
    Set<String> done(String reference);

    void set(String reference, String code, boolean done, String by, Instant at);
}
