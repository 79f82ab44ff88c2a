package io.loanflow.identity.process;

import io.loanflow.identity.Passwords;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/** Hashes the engine's (already salted) passwords with Argon2id, which adds its own salt. */
class Argon2Passwords implements PasswordEncryptor {

    private final Passwords passwords;

    Argon2Passwords(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public String encrypt(String password) {
        return passwords.hash(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return passwords.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }
}
