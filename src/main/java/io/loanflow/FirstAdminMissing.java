package io.loanflow;

/** A server database without an admin, and no usable first admin in the configuration. The message says which of the two. */
class FirstAdminMissing extends RuntimeException {

    FirstAdminMissing(String message) {
        super(message);
    }
}
