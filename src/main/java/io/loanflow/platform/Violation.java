package io.loanflow.platform;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the value in the request, empty for the request as a whole
 * @param code stable name for programs, lower_snake
 * @param detail a sentence for people: what is wrong and what to do
 */
public record Violation(String pointer, String code, String detail) {

    /** The same violation, seen from the object that holds it under {@code prefix}. */
    public Violation under(String prefix) {
        return new Violation(prefix + pointer, code, detail);
    }
}
