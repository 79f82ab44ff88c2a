package io.loanflow.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How passwords are hashed: Argon2id with two passes and one lane. A hash remembers how it was made, so those that exist
 * stay good when the memory is changed. Source of 19 MiB: the OWASP password storage cheat sheet.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder;

    Passwords(@Value("${loanflow.passwords.memory:19MB}") DataSize memory) {
        this.encoder =
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, Math.toIntExact(memory.toKilobytes()), PASSES);
    }

    public String hash(String password) {
        return encoder.encode(password);
    }

    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
