package io.loanflow.modelling;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names that models may use, taken from the code as it is. */
final class CodeNames {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.loanflow");

    private CodeNames() {}

    static Vocabulary vocabulary() {
        return new Vocabulary(
                and(delegates(), NotYetThere.DELEGATES),
                and(gates(), NotYetThere.GATES),
                and(variables(), NotYetThere.VARIABLES));
    }

    static Set<String> delegates() {
        return beans("org.camunda.bpm.engine.delegate.JavaDelegate");
    }

    static Set<String> gates() {
        return beans("io.loanflow.workflow.Gate");
    }

    /** What the contracts declare: constants that are a name, or that have one. */
    static Set<String> variables() {
        return MAIN.stream()
                .filter(type -> type.getSimpleName().endsWith("Contract"))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .flatMap(CodeNames::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> beans(String supertype) {
        return MAIN.stream()
                .filter(type -> type.isAssignableTo(supertype) && type.isAnnotatedWith(Component.class))
                .map(CodeNames::beanName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String beanName(JavaClass type) {
        var given = type.getAnnotationOfType(Component.class).value();
        return given.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : given;
    }

    private static Stream<String> name(Field field) {
        try {
            field.setAccessible(true);
            var value = field.get(null);
            if (value instanceof String text) {
                return Stream.of(text).filter(name -> name.matches("[a-z]\\w*"));
            }
            var accessor = value.getClass().getMethod("name");
            accessor.setAccessible(true);
            return Stream.of(String.valueOf(accessor.invoke(value)));
        } catch (ReflectiveOperationException e) {
            return Stream.empty();
        }
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
