package io.loanflow.people.web;

import io.loanflow.people.Address;
import io.loanflow.people.Entry;
import io.loanflow.people.ExpertData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A valuer or quantity surveyor as their readers meet them. */
record ExpertResource(
        long id,
        String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        Instant createdAt,
        long version) {

    static List<ExpertResource> all(List<Entry<ExpertData>> entries) {
        return entries.stream().map(ExpertResource::of).toList();
    }

    private static ExpertResource of(Entry<ExpertData> entry) {
        var data = entry.data();
        return new ExpertResource(
                entry.id(),
                data.name(),
                data.company(),
                data.email(),
                data.phone(),
                data.address(),
                entry.createdAt(),
                entry.version());
    }
}
