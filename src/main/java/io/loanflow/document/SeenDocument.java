package io.loanflow.document;

import io.loanflow.identity.Viewer;

/**
 * A document that somebody may see.
 *
 * @param viewer the person as they stand to its application
 */
public record SeenDocument(Document document, Viewer viewer) {

    private static final String[] STAFF = {"admin", "credit", "accounts", "bd"};

    static boolean isStaff(Viewer viewer) {
        return viewer.in(STAFF);
    }

    boolean isTheirOwn() {
        return viewer.userId().equals(document.createdBy());
    }

    boolean mayBeDescribed() {
        return isTheirOwn() || viewer.in("admin", "credit", "bd");
    }

    /** Only the lender replaces what the lender has written. */
    boolean mayBeReplaced() {
        return viewer.in("admin", "credit", "bd") || isTheirOwn() && !document.generated();
    }
}
