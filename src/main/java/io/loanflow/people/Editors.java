package io.loanflow.people;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;

/** Who enters and changes borrowers and guarantors: whoever enters applications. */
final class Editors {

    private static final String[] GROUPS = {"broker", "bd", "credit", "admin"};

    private Editors() {}

    /** @throws Problem 403 for everybody else */
    static void require(Viewer viewer) {
        if (!viewer.in(GROUPS)) {
            throw Problem.forbidden(
                    "Borrowers and guarantors are changed by these groups: " + String.join(", ", GROUPS) + ".");
        }
    }
}
