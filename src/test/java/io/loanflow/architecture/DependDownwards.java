package io.loanflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** A feature depends only on the roots of the features that stand below it. */
final class DependDownwards extends ArchCondition<JavaClass> {

    private static final Map<String, Set<String>> BELOW = Map.of(
            "platform", Set.of(),
            "identity", Set.of("platform"),
            "workflow", Set.of("identity", "platform"),
            "people", Set.of("identity", "platform"),
            "application", Set.of("people", "workflow", "identity", "platform"),
            "document", Set.of("application", "people", "workflow", "identity", "platform"),
            "servicing", Set.of("application", "people", "workflow", "identity", "platform"),
            "modelling", Set.of("workflow", "identity", "platform"),
            "overview", Set.of("servicing", "application", "people", "workflow", "identity", "platform"),
            "notification",
                    Set.of("servicing", "document", "application", "people", "workflow", "identity", "platform"));

    private final String base;

    DependDownwards(String base) {
        super("depend only on the roots of features below them");
        this.base = base;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var from = Feature.of(type, base).orElseThrow();
        if (!BELOW.containsKey(from.name())) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no known feature"));
            return;
        }
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            Feature.of(dependency.getTargetClass().getBaseComponentType(), base)
                    .filter(to -> !allowed(from, to))
                    .ifPresent(
                            to -> events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }
    }

    private static boolean allowed(Feature from, Feature to) {
        if (to.name().equals(from.name())) {
            return true;
        }
        return BELOW.getOrDefault(from.name(), Set.of()).contains(to.name())
                && (to.root() || to.name().equals("platform"));
    }
}
