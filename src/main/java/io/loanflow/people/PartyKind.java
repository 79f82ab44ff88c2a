package io.loanflow.people;

import java.util.Locale;

/** In which part somebody stands behind a loan. */
public enum PartyKind {
    BORROWER,
    GUARANTOR;

    /** The word for it: in events, in {@code party_audience}, and the name of the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
