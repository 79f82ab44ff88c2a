package io.loanflow.document;

import java.time.Instant;
import java.util.Optional;

/** Which approval the documents of an application were made for last. */
public interface ApprovalPreparations {

    Optional<Preparation> last(String reference);

    void keep(String reference, Preparation preparation);

    /** @param terms the approved terms in one line, to be compared */
    record Preparation(Instant approvedAt, String terms) {}
}
