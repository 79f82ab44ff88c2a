package io.loanflow.testing;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.LoginSessions;
import io.loanflow.identity.NewAccount;
import io.loanflow.platform.ShortIds;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** People with a login, a new one each time, so that tests do not meet in one inbox. */
public class People {

    private static final String PASSWORD = "a-long-test-password";

    private final Accounts accounts;
    private final LoginSessions sessions;

    public People(ApplicationContext context) {
        this.accounts = context.getBean(Accounts.class);
        this.sessions = context.getBean(LoginSessions.class);
    }

    /** @param access a good access token */
    public record Person(String id, String access, String refresh) {}

    public Person in(String... groups) {
        var email = ShortIds.draw(12).toLowerCase(Locale.ROOT) + "@test.example";
        return logIn(accounts.create(new NewAccount(email, "Test", "Person", null, PASSWORD, Set.of(groups))));
    }

    /** Another session of the same person. */
    public Person logIn(String userId) {
        var tokens = sessions.start(userId);
        return new Person(userId, tokens.access(), tokens.refresh());
    }

    public void logOut(Person person) {
        sessions.logOut(person.refresh());
    }

    public void moveTo(Person person, String... groups) {
        accounts.setGroups(person.id(), Set.of(groups));
    }
}
