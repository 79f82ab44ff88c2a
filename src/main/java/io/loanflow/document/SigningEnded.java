package io.loanflow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No more signatures are collected for a document, in the transaction that is still open.
 *
 * @param outcome {@code signed}, {@code declined}, {@code expired} or {@code voided}
 * @param told everybody who was asked, but for the one who refused
 */
public record SigningEnded(
        Document document, String outcome, @Nullable String reason, List<Told> told) {

    /**
     * Somebody whom it concerns.
     *
     * @param link to the signed copy, for the mail and nothing else; null for whoever has a log-in, and when nothing was signed
     */
    public record Told(Signer signer, @Nullable String link) {

        /** Without the link, which shows the document to whoever has it. */
        @Override
        public String toString() {
            return "Told[" + signer.id() + "]";
        }
    }
}
