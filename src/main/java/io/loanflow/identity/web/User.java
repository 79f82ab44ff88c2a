package io.loanflow.identity.web;

import io.loanflow.identity.Account;
import java.util.List;
import java.util.Set;

/** An account as clients see it. */
record User(String id, String email, String firstName, String lastName, List<String> groups) {

    static User of(Account account, Set<String> groups) {
        return new User(
                account.id(),
                account.email(),
                account.firstName(),
                account.lastName(),
                groups.stream().sorted().toList());
    }
}
