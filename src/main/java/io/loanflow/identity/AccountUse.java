package io.loanflow.identity;

import java.util.Optional;

/** Asked before an account is deleted; each feature that remembers people by their account answers for itself. */
public interface AccountUse {

    /** What still needs the account, such as "a broker"; empty when nothing does. */
    Optional<String> of(String userId);
}
