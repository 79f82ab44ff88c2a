package io.loanflow.testing;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Bdms;
import io.loanflow.people.Brokers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** One person of each group, made when first asked for, with a broker and the BDM who looks after them. */
public final class Team {

    private final Accounts accounts;
    private final Map<String, People.Person> people = new HashMap<>();
    private final long brokerId;
    private final long bdmId;

    public Team(ApplicationContext context) {
        accounts = context.getBean(Accounts.class);
        var brokers = context.getBean(Brokers.class);
        brokerId = brokers.add(
                "Test", "Broker", null, email("broker"), member("broker").userId());
        bdmId = context.getBean(Bdms.class)
                .add("Test BDM", email("bd"), member("bd").userId());
        brokers.assign(brokerId, bdmId);
    }

    public Viewer member(String group) {
        return new Viewer(person(group).id(), Set.of(group));
    }

    public String email(String group) {
        return person(group).email();
    }

    public long brokerId() {
        return brokerId;
    }

    public long bdmId() {
        return bdmId;
    }

    private People.Person person(String group) {
        return people.computeIfAbsent(group, missing -> People.someone(accounts, missing));
    }
}
