package io.loanflow.platform.secrets;

import java.util.Map;

/** Secrets with keys of a test's choice. */
public final class TestSecrets {

    private TestSecrets() {}

    /** @param keys id to 32 bytes as base64 */
    public static Secrets with(Map<String, String> keys, String active) {
        return new Secrets(new Keys(keys, active));
    }
}
