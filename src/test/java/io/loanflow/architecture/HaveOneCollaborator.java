package io.loanflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** One field, which is the service that the delegate calls. */
final class HaveOneCollaborator extends ArchCondition<JavaClass> {

    HaveOneCollaborator() {
        super("have exactly one collaborator");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        List<String> fields = type.getAllFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .toList();
        if (fields.size() != 1) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " has " + fields.size() + " collaborators: " + fields));
        }
    }
}
