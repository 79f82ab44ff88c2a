package io.loanflow.notification;

import java.util.HashSet;
import java.util.Set;

/** The applications whose stages a client wants to hear of; seeing them is another question. */
public record Following(boolean all, Set<String> references) {

    public static final Following NOTHING = new Following(false, Set.of());
    public static final Following ALL = new Following(true, Set.of());

    public Following {
        references = Set.copyOf(references);
    }

    /** Both; a client adds to what it follows. */
    public Following and(Following more) {
        var both = new HashSet<>(references);
        both.addAll(more.references);
        return new Following(all || more.all, both);
    }

    public boolean isNothing() {
        return !all && references.isEmpty();
    }

    public boolean includes(String reference) {
        return all || references.contains(reference);
    }
}
