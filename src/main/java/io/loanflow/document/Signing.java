package io.loanflow.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of collecting signatures for one version of a document.
 *
 * @param outcome {@code signed}, {@code declined}, {@code expired} or {@code voided}; null while it runs
 * @param reason why it was declined or voided
 * @param signers in their order
 */
public record Signing(
        long id,
        long documentId,
        Instant startedAt,
        @Nullable String startedBy,
        Instant expiresAt,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant endedAt,
        List<Signer> signers) {

    static final String SIGNED = "signed";
    static final String DECLINED = "declined";
    static final String EXPIRED = "expired";
    static final String VOIDED = "voided";

    public boolean isRunning() {
        return outcome == null;
    }

    public Signer signer(long signerId) {
        return signers.stream()
                .filter(signer -> signer.id() == signerId)
                .findFirst()
                .orElseThrow();
    }

    /** The part of this person, absent when they have none in it. */
    public Optional<Signer> signerOf(String userId) {
        return signers.stream().filter(signer -> userId.equals(signer.userId())).findFirst();
    }

    /** Everybody who was ever asked: whom it concerns how the signing ends. */
    List<Signer> asked() {
        return signers.stream().filter(signer -> signer.askedAt() != null).toList();
    }
}
