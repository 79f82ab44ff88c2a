package io.loanflow.people;

import io.loanflow.identity.Viewer;

/** Who sees the directories: the lender's people all of them, brokers what is about themselves, others nothing. */
final class Sight {

    private Sight() {}

    /** @param own SQL condition for what a broker sees; {@code :viewer} is their user id */
    static String of(Viewer viewer, String own) {
        if (viewer.in("admin", "credit", "accounts", "bd")) {
            return "true";
        }
        return viewer.in("broker") ? own : "false";
    }
}
