package io.loanflow.modelling;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.loanflow.workflow.Gate;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The names that models may use, taken from the code as it is. */
final class CodeNames {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.loanflow");

    private static final Vocabulary VOCABULARY = new Vocabulary(delegates(), gates(), variables());

    private CodeNames() {}

    static Vocabulary vocabulary() {
        return VOCABULARY;
    }

    static Set<String> delegates() {
        return MAIN.stream()
                .filter(type -> type.isAssignableTo(JavaDelegate.class) && type.isAnnotatedWith(Component.class))
                .map(CodeNames::beanName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> gates() {
        return MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class)
                        && method.getRawReturnType().isAssignableTo(Gate.class))
                .map(JavaMethod::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the contracts declare: constants that are a name or have one, process ids and message names left out. */
    static Set<String> variables() {
        return MAIN.stream()
                .filter(type -> type.getSimpleName().endsWith("Contract"))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !"PROCESS".equals(field.getName()))
                .flatMap(CodeNames::name)
                .filter(name -> !isMessage(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isMessage(String name) {
        return Models.shipped().files().stream()
                .anyMatch(file -> file.content().matches("(?s).*<bpmn:message [^>]*name=\"" + name + "\".*"));
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
}
