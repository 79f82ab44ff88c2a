package io.loanflow.people;

/** A BDM has another log-in: who sees the BDM's applications has changed. */
public record BdmChanged(long bdmId) {}
