package io.loanflow.platform.secrets;

/** Somebody who keeps sealed texts in tables of theirs, and can seal them anew when another key has become active. */
public interface Sealed {

    /**
     * Seals some rows anew that are not sealed with the active key.
     *
     * @return how many; 0 when none is left
     */
    int sealSomeAnew();
}
