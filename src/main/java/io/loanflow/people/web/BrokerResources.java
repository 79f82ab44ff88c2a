package io.loanflow.people.web;

import io.loanflow.people.BdmDirectory;
import io.loanflow.people.Branches;
import io.loanflow.people.BrokerData;
import io.loanflow.people.CommissionAccount;
import io.loanflow.people.CommissionAccounts;
import io.loanflow.people.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts brokers together with their branches, BDMs and commission accounts. */
@Component
class BrokerResources {

    private final Branches branches;
    private final BdmDirectory bdms;
    private final CommissionAccounts accounts;

    BrokerResources(Branches branches, BdmDirectory bdms, CommissionAccounts accounts) {
        this.branches = branches;
        this.bdms = bdms;
        this.accounts = accounts;
    }

    List<BrokerResource> all(List<Entry<BrokerData>> entries) {
        var branchNames = branches.names(entries.stream()
                .map(entry -> entry.data().branchId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var bdmNames = bdms.names(entries.stream()
                .flatMap(entry -> entry.data().bdmIds().stream())
                .collect(Collectors.toSet()));
        var commission = accounts.of(entries.stream().map(Entry::id).toList());
        return entries.stream()
                .map(entry -> of(entry, branchNames, bdmNames, commission.get(entry.id())))
                .toList();
    }

    private static BrokerResource of(
            Entry<BrokerData> entry,
            Map<Integer, String> branches,
            Map<Integer, String> bdms,
            @Nullable CommissionAccount commission) {
        var data = entry.data();
        return new BrokerResource(
                entry.id(),
                data.firstName(),
                data.lastName(),
                data.company(),
                data.email(),
                data.phone(),
                Named.of(data.branchId(), branches),
                data.bdmIds().stream()
                        .map(id -> new Named(id, bdms.getOrDefault(id, "")))
                        .toList(),
                data.userId(),
                commission == null ? null : account(commission),
                entry.createdAt(),
                entry.version());
    }

    private static BrokerResource.Account account(CommissionAccount commission) {
        return new BrokerResource.Account(commission.bank(), commission.name(), commission.bsb(), commission.number());
    }
}
