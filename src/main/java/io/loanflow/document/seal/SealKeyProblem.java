package io.loanflow.document.seal;

/** The lender's key cannot be used. The message says why, and never holds a password. */
class SealKeyProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealKeyProblem(String message) {
        super(message);
    }
}
