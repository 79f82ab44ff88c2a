package io.loanflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param email the log-in name, case ignored
 * @param active false when log-in is no longer allowed
 */
public record Account(
        String id,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        boolean active) {

    /** What the audit trail calls an account. */
    public static final String SUBJECT = "user";

    /** First and last name, or the e-mail when neither is known. */
    public String displayName() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? email : name;
    }
}
