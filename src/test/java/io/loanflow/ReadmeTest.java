package io.loanflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The tables of the README say what is so. */
@Tag("fast")
class ReadmeTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern VALUE =
            Pattern.compile("@Value\\(\"\\$\\{(loanflow\\.[\\w.-]+)(?::((?:\\$\\{[^}]*}|[^}])*))?}\"\\)");
    private static final Pattern SETTINGS =
            Pattern.compile("@ConfigurationProperties\\(\"(loanflow[\\w.-]*)\"\\)\\s+(?:public )?record (\\w+)");

    @Test
    void namesTheBeanOfEveryServiceTask() throws IOException {
        var table = Readme.table("ReadmeTest compares the next table with the models and the classes").stream()
                .map(row -> row.get(0) + " is ${" + row.get(1) + "}")
                .toList();

        try (var models = Files.list(Path.of("processes"))) {
            assertThat(table)
                    .containsExactlyInAnyOrderElementsOf(
                            models.filter(file -> file.toString().endsWith(".bpmn"))
                                    .flatMap(ReadmeTest::serviceTasks)
                                    .toList());
        }
    }

    @Test
    void namesTheClassOfEveryBean() throws ClassNotFoundException {
        for (var row : Readme.table("ReadmeTest compares the next table with the models and the classes")) {
            var bean = Class.forName(row.get(2)).getAnnotation(Component.class);
            assertThat(bean).as(row.get(2)).isNotNull();
            assertThat(bean.value()).as(row.get(2)).isEqualTo(row.get(1));
        }
    }

    @Test
    void namesEveryPropertyThatTheCodeReadsWithWhatItUsuallyIs() {
        var told = new TreeMap<String, String>();
        Readme.table("ReadmeTest compares the next table with what the code reads")
                .forEach(row -> told.put(row.get(0), row.get(1)));
        var read = properties();

        assertThat(told.keySet()).isEqualTo(read.keySet());
        read.forEach((variable, usually) -> {
            if (!usually.isEmpty()) {
                assertThat(told.get(variable)).as(variable).isEqualTo(usually);
            }
        });
    }

    private static Stream<String> serviceTasks(Path model) {
        return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(ServiceTask.class).stream()
                .map(task -> task.getName() + " is " + task.getCamundaDelegateExpression());
    }

    /** Environment variable to what holds without it, empty for nothing. */
    private static Map<String, String> properties() {
        var found = new TreeMap<String, String>();
        for (var source : sources()) {
            VALUE.matcher(source.text())
                    .results()
                    .forEach(match -> found.put(variable(match.group(1)), usually(match.group(2))));
            SETTINGS.matcher(source.text())
                    .results()
                    .forEach(match -> settings(source.type(match.group(2)))
                            .forEach(component -> found.put(
                                    variable(match.group(1) + "." + component.getName()), usually(component))));
        }
        return found;
    }

    private static Stream<RecordComponent> settings(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static String usually(String given) {
        return given == null ? "" : given.replace("${user.home}", "~");
    }

    private static String usually(RecordComponent component) {
        var parameter =
                component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameter)
                .filter(each -> each.getName().equals(component.getName()))
                .flatMap(each -> Stream.ofNullable(each.getAnnotation(DefaultValue.class)))
                .map(value -> String.join(",", value.value()))
                .findFirst()
                .orElse("");
    }

    private static String variable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private record Source(Path path, String text) {

        Class<?> type(String simpleName) {
            var name = CODE.relativize(path.resolveSibling(simpleName)).toString();
            try {
                return Class.forName(name.replace('/', '.'));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static List<Source> sources() {
        try (var files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new Source(file, read(file)))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
