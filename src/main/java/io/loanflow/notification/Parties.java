package io.loanflow.notification;

import java.util.Set;

/** Who takes part in an application and can log in: ids of users. */
public interface Parties {

    Set<String> of(String reference);
}
