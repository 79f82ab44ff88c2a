package io.loanflow.identity;

import java.time.Instant;

/**
 * Somebody is to set a password by a link; published inside the transaction that makes the link good.
 *
 * @param token the secret part of the link
 * @param until when the link stops being good
 * @param invitation true when it is their first password
 */
public record PasswordLink(String email, String name, String token, Instant until, boolean invitation) {

    /** Never the token. */
    @Override
    public String toString() {
        return "PasswordLink[until " + until + "]";
    }
}
