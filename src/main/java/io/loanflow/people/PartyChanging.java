package io.loanflow.people;

/**
 * Somebody's data is about to be changed and nothing is written yet: whoever objects throws a
 * {@link io.loanflow.platform.Problem}, and whoever has locks to take takes them now.
 */
public record PartyChanging(PartyChanged change) {}
