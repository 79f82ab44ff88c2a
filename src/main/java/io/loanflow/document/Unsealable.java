package io.loanflow.document;

/** These bytes cannot be sealed, however often it is tried. The message is a sentence that says why. */
public final class Unsealable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unsealable(String why) {
        super(why);
    }
}
