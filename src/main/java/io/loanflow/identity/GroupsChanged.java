package io.loanflow.identity;

/** The groups of a user are no longer the same; published inside the transaction that changes them. */
public record GroupsChanged(String userId) {}
