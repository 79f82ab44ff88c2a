package io.loanflow.document.seal;

import io.loanflow.testing.TestKeystore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keys of lenders that only tests have. */
final class Lenders {

    static final LenderKey OURS = Keystore.read(TestKeystore.FILE, TestKeystore.PASSWORD, null);

    private Lenders() {}

    /** A self-signed one, good for ten years from {@code now} on. */
    static LenderKey key(String name, Instant now) {
        try {
            var pair = SelfSigned.pair();
            var certificate = SelfSigned.certificate(pair, name, now);
            return new LenderKey(pair.getPrivate(), List.of(certificate), Set.of(certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
