package io.loanflow.document;

import java.io.InputStream;
import java.util.List;

/** The lender's seal on a document that everybody has signed. */
public interface Seals {

    /**
     * Appends the certificate page and signs the whole (PAdES). The bytes that people signed stay as they are, as the
     * beginning of the sealed ones. To be called once nothing more is added to the evidence.
     *
     * @param original the bytes of {@link Document#content()}; not closed
     * @param evidence of the signing, oldest first; has to be unbroken
     * @throws Unsealable when these bytes can never be sealed
     * @throws IllegalStateException when it may work later, because the time-stamping server does not answer say
     */
    SealedCopy seal(Document document, InputStream original, List<Evidence> evidence);

    /** Looks at bytes that are said to be sealed. Never fails because of what they are. */
    SealCheck check(InputStream sealed);
}
