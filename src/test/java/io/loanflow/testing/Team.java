package io.loanflow.testing;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Bdms;
import io.loanflow.people.Brokers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** One person of each group, new for each test class, with a broker and the BDM who looks after them. */
public final class Team {

    private final Map<String, Viewer> members = new HashMap<>();
    private final Map<String, People.Person> people = new HashMap<>();
    private final long brokerId;
    private final long bdmId;

    public Team(ApplicationContext context) {
        var accounts = context.getBean(Accounts.class);
        for (var group : Set.of("admin", "credit", "accounts", "bd", "broker", "client")) {
            var person = People.someone(accounts, group);
            people.put(group, person);
            members.put(group, new Viewer(person.id(), Set.of(group)));
        }
        var brokers = context.getBean(Brokers.class);
        brokerId = brokers.add(
                "Test",
                "Broker",
                null,
                people.get("broker").email(),
                member("broker").userId());
        bdmId = context.getBean(Bdms.class)
                .add("Test BDM", people.get("bd").email(), member("bd").userId());
        brokers.assign(brokerId, bdmId);
    }

    public Viewer member(String group) {
        return members.get(group);
    }

    public String email(String group) {
        return people.get(group).email();
    }

    public long brokerId() {
        return brokerId;
    }

    public long bdmId() {
        return bdmId;
    }
}
