package io.loanflow.people.web;

import io.loanflow.platform.secrets.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker as their readers meet them. */
record BrokerResource(
        long id,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Named branch,
        List<Named> bdms,
        @Nullable String userId,
        @Nullable Account commissionAccount,
        Instant createdAt,
        long version) {

    /** Where the commission is paid to. */
    record Account(String bank, String name, String bsb, Secret number) {}
}
