package io.loanflow.application;

import io.loanflow.identity.Accounts;
import io.loanflow.people.Bdm;
import io.loanflow.people.Bdms;
import io.loanflow.people.Broker;
import io.loanflow.people.Brokers;
import io.loanflow.workflow.Participants;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The broker and the BDM of an application; while it has no BDM, those who look after its broker stand in. */
@Component
class ApplicationParticipants implements Participants {

    private final LoanApplications applications;
    private final Brokers brokers;
    private final Bdms bdms;
    private final Accounts accounts;

    ApplicationParticipants(LoanApplications applications, Brokers brokers, Bdms bdms, Accounts accounts) {
        this.accounts = accounts;
        this.applications = applications;
        this.brokers = brokers;
        this.bdms = bdms;
    }

    @Override
    public Set<String> users(String reference, Set<String> roles) {
        var users = new HashSet<String>();
        applications.find(reference).map(LoanApplication::data).ifPresent(data -> {
            if (roles.contains("broker")) {
                brokers.find(data.brokerId())
                        .map(Broker::userId)
                        .filter(user -> isIn("broker", user))
                        .ifPresent(users::add);
            }
            if (roles.contains("bdm")) {
                bdmsOf(data).map(Bdm::userId).filter(user -> isIn("bd", user)).forEach(users::add);
            }
        });
        return users;
    }

    private boolean isIn(String group, @Nullable String user) {
        return user != null && accounts.groupsOf(user).contains(group);
    }

    private Stream<Bdm> bdmsOf(ApplicationData data) {
        return data.bdmId() == null ? bdms.ofBroker(data.brokerId()).stream() : bdms.find(data.bdmId()).stream();
    }
}
