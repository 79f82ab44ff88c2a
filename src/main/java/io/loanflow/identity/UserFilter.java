package io.loanflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which users are asked for; null asks for all.
 *
 * @param search part of the name or the e-mail, case ignored
 */
public record UserFilter(
        @Nullable String search,
        @Nullable String group,
        @Nullable Boolean active) {}
