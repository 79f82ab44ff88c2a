package io.loanflow.platform;

/** Keyed hashes: equal texts are found by them, and nobody without the key finds the text. */
public interface Fingerprints {

    String fingerprint(String plain);

    /** Whether it is the fingerprint of that text, under whichever key that is still there. */
    boolean isFingerprint(String fingerprint, String plain);
}
