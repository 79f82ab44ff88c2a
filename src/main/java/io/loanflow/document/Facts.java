package io.loanflow.document;

import java.util.Set;

/** The named values of an application that templates of documents can print. */
public interface Facts {

    /**
     * Whether a document says something else once these fields of its application have changed. How to reach somebody does
     * not count.
     *
     * @param shown names of the facts that the document shows, as in {@link Document#shows()}
     * @param changed names of fields as in the application's JSON: {@code loan_amount}, {@code borrowers}
     */
    boolean areTouched(Set<String> shown, Set<String> changed);
}
