package io.loanflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/**
 * Where a class stands: in which feature, and in which part of it.
 *
 * @param name the package below the base, {@code application} say
 * @param part the sub-package, {@code web} say, or empty for the root of the feature
 */
record Feature(String name, String part) {

    /** Empty for a class outside the base and for one that stands in the base itself. */
    static Optional<Feature> of(JavaClass type, String base) {
        var name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        var segments = name.substring(base.length() + 1).split("\\.");
        return Optional.of(new Feature(segments[0], segments.length > 1 ? segments[1] : ""));
    }

    boolean root() {
        return part.isEmpty();
    }
}
