package io.loanflow;

import io.loanflow.identity.PasswordRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log-in of the demonstration, which only the embedded database has.
 *
 * @param email what one logs in with, together with {@link #PASSWORD}
 * @param group the one group that it is in
 */
record DemoLogin(String email, String group) {

    static final String PASSWORD = PasswordRules.OF_THE_DEMONSTRATION;

    static final List<DemoLogin> ALL = Stream.of("admin", "credit", "accounts", "bd", "broker", "client")
            .map(group -> new DemoLogin(group + "@loanflow.example", group))
            .toList();
}
