package io.loanflow.testing;

import java.nio.file.Path;

/**
 * The lender's key in tests. Made by {@code keytool -genkeypair -storetype PKCS12 -keystore lender.p12 -alias seal -keyalg RSA
 * -keysize 3072 -validity 36500 -dname "CN=Loanflow tests"}, and good for nothing else.
 */
public final class TestKeystore {

    public static final Path FILE =
            Path.of("src/test/resources/seal/lender.p12").toAbsolutePath();
    public static final String PASSWORD = "loanflow-tests";

    private TestKeystore() {}
}
