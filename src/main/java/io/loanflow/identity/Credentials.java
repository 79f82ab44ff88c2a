package io.loanflow.identity;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks e-mail and password; an unknown e-mail takes as long as a wrong password. */
@Component
public class Credentials {

    private static final String NOBODY = "nobody";
    private static final int LONGEST_PASSWORD = 1000;

    private final Accounts accounts;
    private final IdentityService engine;
    private final Passwords passwords;
    private final String decoy;

    Credentials(Accounts accounts, @Lazy IdentityService engine, Passwords passwords) {
        this.accounts = accounts;
        this.engine = engine;
        this.passwords = passwords;
        this.decoy = passwords.hash("decoy");
    }

    /**
     * The account when the password is right, the account is active and the engine has not locked it. A wrong password is
     * counted in a transaction of its own, so that no later refusal makes it uncounted.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Account> check(String email, String password) {
        var id = engineUserFor(email);
        if (password.length() > LONGEST_PASSWORD || id.equals(NOBODY) || !engine.checkPassword(id, password)) {
            return Optional.empty();
        }
        return accounts.find(id);
    }

    /** The engine's user id of an active account; for any other e-mail an id that nobody has, after the same delay. */
    public String engineUserFor(String email) {
        var id = accounts.findByEmail(email).filter(Account::active).map(Account::id);
        if (id.isEmpty()) {
            passwords.matches("no match", decoy);
        }
        return id.orElse(NOBODY);
    }
}
