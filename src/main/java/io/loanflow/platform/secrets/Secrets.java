package io.loanflow.platform.secrets;

import io.loanflow.platform.Fingerprints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals numbers for storage (AES-256-GCM) and opens them again. A sealed text opens only in the context it was sealed in. */
public class Secrets implements Fingerprints {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHOWN = 4;
    private static final int SHORTEST_SHOWN = 8;
    private static final String STARS = "*****";

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    Secrets(Keys keys) {
        this.keys = keys;
    }

    /** Five stars and the last four characters; of a text shorter than eight, stars only. */
    public static String mask(String plain) {
        return plain.length() < SHORTEST_SHOWN ? STARS : STARS + plain.substring(plain.length() - SHOWN);
    }

    /** @param context what it is and whose, such as {@code borrower/7/tax_file_number}; nowhere else will it open */
    public String seal(String plain, String context) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var id = keys.active();
        var sealed = run(Cipher.ENCRYPT_MODE, id, nonce, plain.getBytes(StandardCharsets.UTF_8), context);
        var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
        return prefix(id) + Base64.getEncoder().encodeToString(whole.array());
    }

    /** @throws RuntimeException when it was sealed elsewhere, with a key that is not there, or has been changed */
    public String open(String sealed, String context) {
        var parts = sealed.split(":", 3);
        if (parts.length < 3 || !"v1".equals(parts[0])) {
            throw new IllegalStateException("This is not a sealed text");
        }
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], nonce, rest, context), StandardCharsets.UTF_8);
    }

    /** What every text begins with that is sealed with the active key. */
    public String activePrefix() {
        return prefix(keys.active());
    }

    /** Equal for equal texts while the active key stays. */
    @Override
    public String fingerprint(String plain) {
        return fingerprint(keys.active(), plain);
    }

    /** The fingerprints of a text under all keys, for finding it whichever was active when it was stored. */
    public List<String> fingerprints(String plain) {
        return keys.ids().stream().map(id -> fingerprint(id, plain)).toList();
    }

    @Override
    public boolean isFingerprint(String fingerprint, String plain) {
        return fingerprints(plain).contains(fingerprint);
    }

    private String fingerprint(String id, String plain) {
        return id + ":" + HexFormat.of().formatHex(keys.print(id, plain));
    }

    private static String prefix(String id) {
        return "v1:" + id + ":";
    }

    private byte[] run(int mode, String id, byte[] nonce, byte[] input, String context) {
        var key = keys.sealing(id);
        if (key == null) {
            throw new SecretKeysProblem(
                    "Something is sealed with the key '" + id + "', and it is not among loanflow.secrets.keys.");
        }
        try {
            return cipher(mode, key, nonce, prefix(id) + context).doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text cannot be opened as " + context, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
