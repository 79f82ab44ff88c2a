package io.loanflow.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It is somebody's turn to sign, in the transaction that is still open; who tells them listens to this.
 *
 * @param link for the mail and nothing else; null for a signer with a log-in
 * @param reminder whether they have been asked before
 */
public record SignatureRequested(
        Document document, Signer signer, @Nullable String link, Instant expiresAt, boolean reminder) {

    /** Without the link, which signs for whoever has it. */
    @Override
    public String toString() {
        return "SignatureRequested[document=" + document.id() + ", signer=" + signer.id() + "]";
    }
}
