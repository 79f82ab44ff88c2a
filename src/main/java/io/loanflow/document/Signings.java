package io.loanflow.document;

import io.loanflow.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has to sign which version of a document, and what they answered. */
public interface Signings {

    /** @throws Problem 409 when one runs for this version already */
    Signing start(long documentId, List<Signer.New> signers, @Nullable String by, Instant at, Instant expiresAt);

    /** The newest run for a version of a document. */
    Optional<Signing> newest(long documentId);

    Optional<Signing> ofSigner(long signerId);

    /** Whether this person has ever been asked to sign this version. */
    boolean isAsked(long documentId, String userId);

    /** Signers of an application whose turn it is. */
    List<Long> asked(String reference);

    void markAsked(long signerId, Instant at);

    void markSigned(long signerId, Instant at);

    void markDeclined(long signerId, Instant at);

    /** @return false when it had ended before */
    boolean end(long signingId, String outcome, @Nullable String reason, Instant at);

    void keepLink(String tokenHash, long signerId, String purpose, Instant expiresAt);

    Optional<Link> link(String tokenHash);

    void useLinks(long signerId, Instant at);

    /**
     * A link that was mailed.
     *
     * @param purpose {@code sign}, or {@code copy} for reading what everybody has signed
     */
    record Link(
            long signerId,
            String purpose,
            Instant expiresAt,
            @Nullable Instant usedAt) {}
}
