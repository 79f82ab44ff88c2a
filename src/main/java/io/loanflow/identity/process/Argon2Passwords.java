package io.loanflow.identity.process;

import io.loanflow.identity.Passwords;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes the engine's (already salted) passwords with Argon2id, which adds its own salt. */
class Argon2Passwords implements PasswordEncryptor {

    private final PasswordEncoder encoder = Passwords.encoder();

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }
}
