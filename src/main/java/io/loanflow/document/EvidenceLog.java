package io.loanflow.document;

import java.util.List;
import java.util.Optional;

/** The kept evidence. */
public interface EvidenceLog {

    /** Waits until this transaction is the only one that adds to the signing. */
    void lock(long signingId);

    void add(Evidence row);

    Optional<Evidence> last(long signingId);

    /** In the order of their numbers. */
    List<Evidence> of(long signingId);

    /** Of all signings of this version of a document, one signing after the other. */
    List<Evidence> ofDocument(long documentId);
}
