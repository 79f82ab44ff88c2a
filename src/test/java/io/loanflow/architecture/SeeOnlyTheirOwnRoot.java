package io.loanflow.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** A part of a feature sees itself, its own root, and the roots of what every feature stands on. */
final class SeeOnlyTheirOwnRoot extends ArchCondition<JavaClass> {

    private static final Set<String> GROUND = Set.of("platform", "identity", "workflow", "people");

    private final String base;

    SeeOnlyTheirOwnRoot(String base) {
        super("see only their own root");
        this.base = base;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var from = Feature.of(type, base).orElseThrow();
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            Feature.of(dependency.getTargetClass().getBaseComponentType(), base)
                    .filter(to -> !allowed(from, to))
                    .ifPresent(to -> events.add(violation(dependency)));
        }
    }

    private static boolean allowed(Feature from, Feature to) {
        if (to.name().equals(from.name())) {
            return to.root() || to.part().equals(from.part());
        }
        return to.name().equals("platform") || (GROUND.contains(to.name()) && to.root());
    }

    private static ConditionEvent violation(Dependency dependency) {
        return SimpleConditionEvent.violated(dependency, dependency.getDescription());
    }
}
