package io.loanflow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document is still what it was.
 *
 * @param fileUnchanged the kept bytes are those that were stored, and the signed copy begins with them
 * @param chainUnbroken the evidence is whole and as it was written; null while there is none
 * @param signatureValid the lender's signature covers the whole signed copy; null while there is none
 * @param details sentences for people
 */
public record VerificationResult(
        boolean fileUnchanged,
        @Nullable Boolean chainUnbroken,
        @Nullable Boolean signatureValid,
        List<String> details) {}
