package io.loanflow.people;

/** A broker has another log-in, or other BDMs: who sees the broker's applications has changed. */
public record BrokerChanged(long brokerId) {}
