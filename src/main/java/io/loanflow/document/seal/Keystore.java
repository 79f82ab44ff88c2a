package io.loanflow.document.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lender's key out of a PKCS#12 file. */
final class Keystore {

    private final KeyStore store;
    private final char[] password;
    private final Path file;

    private Keystore(KeyStore store, char[] password, Path file) {
        this.store = store;
        this.password = password;
        this.file = file;
    }

    /** @throws SealKeyProblem when the file is absent, does not open, or it is not clear which key in it is meant */
    static LenderKey read(Path file, String password, @Nullable String alias) {
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password.toCharArray());
            return new Keystore(store, password.toCharArray(), file).key(alias);
        } catch (IOException | GeneralSecurityException e) {
            throw new SealKeyProblem(
                    "The keystore " + file + " of loanflow.seal.keystore cannot be opened: it is absent,"
                            + " not a PKCS#12 file, or loanflow.seal.password is not its password.");
        }
    }

    private LenderKey key(@Nullable String wanted) throws GeneralSecurityException {
        var keys = keys();
        var alias = wanted == null || wanted.isBlank() ? keys.size() == 1 ? keys.get(0) : "" : wanted.strip();
        if (!(keys.contains(alias) && store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new SealKeyProblem("loanflow.seal.alias has to name one of the keys " + keys + " in " + file + ".");
        }
        var chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new LenderKey(key, chain, certificates());
    }

    private List<String> keys() throws GeneralSecurityException {
        var keys = new java.util.ArrayList<String>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        return keys;
    }

    private Set<X509Certificate> certificates() throws GeneralSecurityException {
        var certificates = new HashSet<X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }
}
