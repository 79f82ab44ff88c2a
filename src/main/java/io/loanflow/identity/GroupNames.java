package io.loanflow.identity;

import java.util.Set;

/** The groups that give people their rights; the engine's own administrators' group follows {@link #ADMIN} unseen. */
public final class GroupNames {

    public static final String ADMIN = "admin";

    public static final Set<String> ALL = Set.of(ADMIN, "credit", "accounts", "bd", "broker", "client", "analyst");

    private GroupNames() {}
}
