package io.loanflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each recorded decision says how we know that it is kept. */
@Tag("fast")
class DecisionsTest {

    private static final String CONFIRMATION = "## Confirmation: how we know it is kept\n";
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @ParameterizedTest
    @MethodSource("decisions")
    void namesTestsThatExist(Path decision) throws IOException {
        var text = Files.readString(decision);
        assertThat(text).contains("## Context\n", "## Decision\n", "## Consequences\n", CONFIRMATION);

        var named = TEST.matcher(text.substring(text.indexOf(CONFIRMATION)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(named).isNotEmpty().isSubsetOf(tests());
    }

    static Stream<Path> decisions() throws IOException {
        try (var files = Files.list(Path.of("src/docs/decisions"))) {
            return files.sorted().toList().stream();
        }
    }

    private static java.util.Set<String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
