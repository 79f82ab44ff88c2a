package io.loanflow.people;

/**
 * Somebody has been shown the whole tax file and account numbers of a borrower or guarantor.
 *
 * @param kind {@code borrower} or {@code guarantor}
 * @param by id of the user
 */
public record SecretsRevealed(String kind, long id, String by) {}
