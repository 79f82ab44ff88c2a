package io.loanflow.people.web;

import io.loanflow.people.BdmData;
import io.loanflow.people.Branches;
import io.loanflow.people.Entry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts BDMs together with their branches. */
@Component
class BdmResources {

    private final Branches branches;

    BdmResources(Branches branches) {
        this.branches = branches;
    }

    List<BdmResource> all(List<Entry<BdmData>> entries) {
        var names = branches.names(entries.stream()
                .map(entry -> entry.data().branchId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new BdmResource(
                        entry.id(),
                        entry.data().name(),
                        entry.data().email(),
                        entry.data().phone(),
                        Named.of(entry.data().branchId(), names),
                        entry.data().userId(),
                        entry.createdAt(),
                        entry.version()))
                .toList();
    }
}
