package io.loanflow.notification;

/**
 * A mail that is to be written.
 *
 * @param secret whether the body holds a secret and is forgotten once it has left
 */
public record Letter(String recipient, String subject, String body, boolean secret) {

    /** Never the body. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
