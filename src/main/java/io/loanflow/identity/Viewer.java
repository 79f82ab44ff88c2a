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

    /**
     * The same person with those of their groups only that count where they are now.
     *
     * @param capacities groups that count there, {@code client} also for those who are in no group
     */
    Viewer as(Set<String> capacities) {
        var counting = new HashSet<>(groups);
        counting.retainAll(capacities);
        if (capacities.contains("client")) {
            counting.add("client");
        }
        return new Viewer(userId, counting);
    }

    /**
     * How the person is named in {@code application_audience}: {@code user:<id>}, and for each group {@code group:<name>}
     * and {@code <name>:<id>}.
     */
    public Set<String> principals() {
        var principals = new HashSet<String>();
        principals.add("user:" + userId);
        groups.forEach(group -> {
            principals.add("group:" + group);
            principals.add(group + ":" + userId);
        });
        return principals;
    }
}
