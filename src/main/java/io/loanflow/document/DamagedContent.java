package io.loanflow.document;

import java.io.IOException;

/** Kept bytes are not those any more that were kept. It is thrown before the last of them is handed out. */
public final class DamagedContent extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedContent(String sha256) {
        super("The bytes kept under " + sha256 + " are damaged.");
    }
}
