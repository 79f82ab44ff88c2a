package io.loanflow.identity;

import java.util.HashSet;
import java.util.Set;

/** Somebody who is logged in: who they are and which groups they are in now. */
public record Viewer(String userId, Set<String> groups) {

    public Viewer {
        groups = Set.copyOf(groups);
    }

    /** True when the person is in at least one of the groups. */
    public boolean in(String... anyOf) {
        for (var group : anyOf) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** How the person is named in {@code application_audience}: {@code user:<id>} and {@code group:<name>}. */
    public Set<String> principals() {
        var principals = new HashSet<String>();
        principals.add("user:" + userId);
        groups.forEach(group -> principals.add("group:" + group));
        return principals;
    }
}
