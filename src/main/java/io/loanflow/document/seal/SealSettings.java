package io.loanflow.document.seal;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The lender's key.
 *
 * @param keystore PKCS#12 file; its other certificates are those of earlier keys, whose seals still count
 * @param password of the file and of the key in it
 * @param alias which key seals; may be left out while there is one
 * @param timestampUrl of an RFC 3161 time-stamping server; without it seals carry no time stamp
 */
@ConfigurationProperties("loanflow.seal")
record SealSettings(
        @Nullable Path keystore,
        @Nullable String password,
        @Nullable String alias,
        @Nullable URI timestampUrl) {

    boolean configured() {
        return keystore != null && !keystore.toString().isBlank();
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "keystore " + keystore + ", alias " + alias + ", time stamps from " + timestampUrl;
    }
}
