package io.loanflow.people;

/**
 * A broker's commission goes to another account from now on.
 *
 * @param by id of the user
 */
public record CommissionAccountChanged(long brokerId, String by) {}
