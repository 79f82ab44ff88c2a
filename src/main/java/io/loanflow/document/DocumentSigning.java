package io.loanflow.document;

import io.loanflow.platform.Problem;
import java.util.Map;

/** The processes that sign documents and wait for them, as the rest of the feature sees them. */
public interface DocumentSigning {

    /**
     * Has a document signed.
     *
     * @throws Problem 409 when the application is over and takes part in nothing any more
     */
    void request(String reference, long documentId);

    /** What a signer answers, by the names of the form {@code signDocument}. */
    void answer(String reference, Signing signing, long signerId, Map<String, String> inputs);

    /** Does at once what would be done by itself in a moment: makes documents, seals what everybody has signed. */
    void catchUp(String reference);

    /** The signing of this document is void; what waits for signatures ends. */
    void voided(String reference, long documentId);

    /** Every required document is signed: an application that waits for that moves on. */
    void allSigned(String reference);

    /** A required document was refused: an application that waits for its signatures goes back. */
    void refused(String reference, String reason);
}
