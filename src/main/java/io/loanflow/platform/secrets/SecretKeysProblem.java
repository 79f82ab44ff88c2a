package io.loanflow.platform.secrets;

/** The keys of the configuration cannot be used. The message says why, and never holds a key. */
class SecretKeysProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretKeysProblem(String message) {
        super(message);
    }
}
