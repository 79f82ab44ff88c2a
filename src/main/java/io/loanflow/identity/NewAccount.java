package io.loanflow.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be created.
 *
 * @param groups names out of {@link GroupNames#ALL}
 */
public record NewAccount(
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        String password,
        Set<String> groups) {

    public NewAccount {
        email = email.strip();
        groups = Set.copyOf(groups);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
