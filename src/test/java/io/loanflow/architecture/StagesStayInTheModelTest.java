package io.loanflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stage exists because a model says so: no Java, SQL or JavaScript names one. */
@Tag("fast")
class StagesStayInTheModelTest {

    private static final Pattern STAGE = Pattern.compile("name=\"stage\"\\s+value=\"([a-z_]+)\"");
    private static final Pattern LITERAL = Pattern.compile("[\"'`]([a-z_]+)[\"'`]");

    @Test
    void noCodeNamesAStage() {
        var stages = stages();

        assertThat(stages).hasSizeGreaterThan(1);
        assertThat(named(Sources.below(Path.of("src/main"), ".java", ".sql", ".js"), stages))
                .isEmpty();
    }

    @Test
    void aStageInTheCodeIsFound() {
        assertThat(named(Sources.below(Sources.VIOLATIONS.resolve("stages"), ".java"), Set.of("processing")))
                .containsExactly("application/KnowsAStage.java names the stage processing");
    }

    private static Set<String> stages() {
        return Sources.below(Path.of("processes"), ".bpmn").values().stream()
                .flatMap(model -> STAGE.matcher(model).results())
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    /** Somebody refuses to sign: a document and a signer are "declined" too, and that is no stage. */
    private static final Set<String> OF_DOCUMENTS = Set.of("declined");

    private static boolean isOfDocuments(Path source, String word) {
        return OF_DOCUMENTS.contains(word) && source.toString().matches(".*(document|sign|Sign).*");
    }

    private static List<String> named(Map<Path, String> sources, Set<String> stages) {
        return new TreeMap<>(sources)
                .entrySet().stream()
                        .flatMap(source -> LITERAL.matcher(source.getValue())
                                .results()
                                .map(result -> result.group(1))
                                .filter(stages::contains)
                                .filter(stage -> !isOfDocuments(source.getKey(), stage))
                                .map(stage -> source.getKey() + " names the stage " + stage))
                        .toList();
    }
}
