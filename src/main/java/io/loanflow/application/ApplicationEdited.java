package io.loanflow.application;

import java.util.Set;

/**
 * What was entered of an application has been changed, in the transaction that is still open.
 *
 * @param fields names as in the application's JSON; {@code borrowers_contact} and {@code guarantors_contact} where nothing but how
 *     to reach people differs
 */
public record ApplicationEdited(String reference, Set<String> fields) {

    public ApplicationEdited {
        fields = Set.copyOf(fields);
    }
}
