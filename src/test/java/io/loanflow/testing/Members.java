package io.loanflow.testing;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.LoginSessions;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** People who are logged in, a new one each time, so that tests do not meet in one inbox. */
public class Members {

    private final Accounts accounts;
    private final LoginSessions sessions;

    public Members(ApplicationContext context) {
        this.accounts = context.getBean(Accounts.class);
        this.sessions = context.getBean(LoginSessions.class);
    }

    /** @param access a good access token */
    public record Person(String id, String access, String refresh) {}

    public Person in(String... groups) {
        return logIn(People.someone(accounts, groups).id());
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
