package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Letters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped templates. An analyst who has changed one runs this. */
@Tag("fast")
class LettersTest {

    private static final Path FOLDER = Path.of("forms", "letters");

    @Test
    void nothingIsWrongWithTheShippedTemplates() {
        assertThat(new TemplateCheck(TemplateFiles.in(FOLDER)).flaws()).isEmpty();
    }

    @Test
    void eachTypeHasATemplateAndEachTemplateAType() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toSet());
            assertThat(names).isEqualTo(new HashSet<>(Letters.TYPES));
        }
    }

    @Test
    void thePackagedTemplatesAreTheSame() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = FOLDER.relativize(file).toString();
                assertThat(TemplateFiles.packaged().find(name)).isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void everyFactIsInTheAnalystsTable() throws IOException {
        var table = Files.readString(Path.of("src", "docs", "letters.md"));

        assertThat(table).contains(FactTable.rows());
    }

    @Test
    void aNameMeansOneThing() {
        var top = Catalogue.ALL.stream().map(Fact::name).collect(Collectors.toSet());

        assertThat(Catalogue.ALL).extracting(Fact::name).doesNotHaveDuplicates();
        assertThat(Catalogue.ALL)
                .allSatisfy(fact -> assertThat(fact.columns())
                        .extracting(column -> column.name())
                        .doesNotHaveDuplicates()
                        .doesNotContainAnyElementsOf(top));
    }

    @Test
    void noNumberThatFewMaySeeIsAFact() {
        assertThat(Catalogue.flat())
                .extracting(Catalogue.Named::name)
                .noneMatch(name -> name.matches(".*(tax_file|tfn|account|bsb).*"));
    }
}
