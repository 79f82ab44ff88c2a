package io.loanflow.people.web;

import io.loanflow.people.Address;
import io.loanflow.people.BranchData;
import io.loanflow.people.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch as its readers meet it. */
record BranchResource(
        long id,
        String name,
        @Nullable Address address,
        @Nullable String phone,
        @Nullable String email,
        Instant createdAt,
        long version) {

    static List<BranchResource> all(List<Entry<BranchData>> entries) {
        return entries.stream().map(BranchResource::of).toList();
    }

    private static BranchResource of(Entry<BranchData> entry) {
        var data = entry.data();
        return new BranchResource(
                entry.id(),
                data.name(),
                data.address(),
                data.phone(),
                data.email(),
                entry.createdAt(),
                entry.version());
    }
}
