package io.loanflow.modelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(ModelFile file, @Nullable String elementId, String message) {
        var finding = new Finding(file.path(), elementId, message);
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** The names in a readable order, for "Known are ...". */
    static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : names.stream().sorted().collect(Collectors.joining(", "));
    }
}
