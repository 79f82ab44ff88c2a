package io.loanflow.people;

import org.jspecify.annotations.Nullable;

/**
 * Which borrowers or guarantors a list shows; what is null does not narrow it.
 *
 * @param search part of the name or e-mail
 * @param kind {@code person} or {@code company}
 */
public record PartyFilter(
        @Nullable String search,
        @Nullable String kind,
        @Nullable String email,
        @Nullable String abn,
        @Nullable String acn) {}
