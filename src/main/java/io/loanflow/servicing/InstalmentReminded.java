package io.loanflow.servicing;

/**
 * The borrowers are to be told about an instalment.
 *
 * @param reminder {@code upcoming} before it is due, {@code first} and {@code second} when it is late
 */
public record InstalmentReminded(String reference, Instalment instalment, String reminder) {}
