package io.loanflow.platform.secrets;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys in use, by id: for each one that seals and one derived from it that makes fingerprints. */
final class Keys {

    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final Map<String, SecretKey> sealing = new TreeMap<>();
    private final Map<String, SecretKey> printing = new TreeMap<>();
    private final String active;

    /** @throws SecretKeysProblem when there is no key, one is not a key, or it is not clear which one seals */
    Keys(Map<String, String> keys, @Nullable String active) {
        if (keys.isEmpty()) {
            throw new SecretKeysProblem(
                    "Tax file and account numbers are kept encrypted, and there is no key: loanflow.secrets.keys is empty.");
        }
        keys.forEach(this::add);
        this.active =
                active == null && keys.size() == 1 ? keys.keySet().iterator().next() : String.valueOf(active);
        if (!sealing.containsKey(this.active)) {
            throw new SecretKeysProblem(
                    "loanflow.secrets.active has to name one of the keys " + sealing.keySet() + ".");
        }
    }

    private void add(String id, String base64) {
        var bytes = decode(base64);
        if (!id.matches("[a-zA-Z0-9_-]{1,20}") || bytes.length != BYTES) {
            throw new SecretKeysProblem(
                    "The key '" + id + "' of loanflow.secrets.keys cannot be used: an id has at most"
                            + " 20 letters and digits, and a key is " + BYTES + " bytes as base64.");
        }
        sealing.put(id, new SecretKeySpec(bytes, "AES"));
        printing.put(id, new SecretKeySpec(derive(bytes), MAC));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] derive(byte[] key) {
        return mac(new SecretKeySpec(key, MAC), "loanflow fingerprint");
    }

    static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String active() {
        return active;
    }

    java.util.Set<String> ids() {
        return sealing.keySet();
    }

    @Nullable
    SecretKey sealing(String id) {
        return sealing.get(id);
    }

    byte[] print(String id, String text) {
        return mac(java.util.Objects.requireNonNull(printing.get(id)), text);
    }
}
