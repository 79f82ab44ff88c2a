package io.loanflow.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has to sign a document.
 *
 * @param order signers with the same order are asked together, a higher order waits for the lower
 * @param role {@code borrower}, {@code guarantor} or {@code director}
 * @param userId log-in; null when they sign by a link that is mailed to them
 */
public record Signer(
        long id,
        int order,
        String role,
        String name,
        @Nullable String email,
        @Nullable String userId,
        @Nullable Instant askedAt,
        @Nullable Instant signedAt,
        @Nullable Instant declinedAt) {

    /** {@code waiting}, {@code asked}, {@code signed} or {@code declined}. */
    public String state() {
        if (declinedAt != null) {
            return "declined";
        }
        if (signedAt != null) {
            return "signed";
        }
        return askedAt == null ? "waiting" : "asked";
    }

    /** Whether it is their turn. */
    public boolean isAsked() {
        return state().equals("asked");
    }

    /**
     * Somebody who will have to sign.
     *
     * @param field pointer to where the e-mail of this person is entered
     */
    public record New(
            int order,
            String role,
            String name,
            @Nullable String email,
            @Nullable String userId,
            String field) {

        boolean isReachable() {
            return email != null || userId != null;
        }
    }
}
