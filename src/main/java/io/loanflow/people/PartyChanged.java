package io.loanflow.people;

import java.util.Set;

/**
 * Somebody's data has been changed, and nothing is committed yet: a listener that objects throws a
 * {@link io.loanflow.platform.Problem}.
 *
 * @param kind {@code borrower} or {@code guarantor}
 * @param fields names of what differs, {@code assets} and {@code liabilities} among them
 * @param by id of the user
 */
public record PartyChanged(String kind, long id, Set<String> fields, String by) {

    public PartyChanged {
        fields = Set.copyOf(fields);
    }
}
