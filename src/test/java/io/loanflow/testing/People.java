package io.loanflow.testing;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.NewAccount;
import java.util.Set;
import java.util.UUID;

/** Makes people who can log in. */
public final class People {

    public static final String PASSWORD = "a-Password-1";

    private People() {}

    /** A new person in the given groups, named by nothing but chance. */
    public static Person someone(Accounts accounts, String... groups) {
        var email = "Someone." + UUID.randomUUID() + "@loanflow.example";
        var id = accounts.create(new NewAccount(email, "Some", "One", null, PASSWORD, Set.of(groups)));
        return new Person(id, email);
    }

    /** @param id of the account */
    public record Person(String id, String email) {}
}
