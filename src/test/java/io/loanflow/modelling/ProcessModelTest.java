package io.loanflow.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ProcessModelTest {

    private static final Path TEMPLATES = Path.of(".camunda/element-templates");

    @Test
    void nothingIsWrongWithTheShippedModels() {
        assertThat(new ModelCheck(CodeNames.vocabulary()).check(Path.of("processes"), Path.of("forms")))
                .isEmpty();
    }

    @Test
    void theModelsAreAllThere() {
        assertThat(Models.shipped().files())
                .extracting(ModelFile::name)
                .contains("loanOrigination.bpmn", "assessEligibility.dmn", "submitApplication.form");
    }

    @Test
    void everyDelegateHasAnElementTemplate() {
        for (var delegate : CodeNames.vocabulary().delegates()) {
            assertThat(TEMPLATES.resolve(delegate + ".json"))
                    .content()
                    .contains("\"${" + delegate + "}\"", "camunda:delegateExpression");
        }
    }

    @Test
    void theTemplatesOfTheModelExist() throws IOException {
        var ids = new TreeSet<String>();
        try (var files = Files.list(TEMPLATES)) {
            for (var file : files.toList()) {
                ids.add(new ObjectMapper().readTree(file.toFile()).path("id").asText());
            }
        }
        var used = Models.shipped().files().stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .flatMap(file -> file.content().lines())
                .filter(line -> line.contains("camunda:modelerTemplate="))
                .map(line -> line.replaceAll(".*camunda:modelerTemplate=\"([^\"]*)\".*", "$1"))
                .toList();

        assertThat(used).isNotEmpty();
        assertThat(ids).containsAll(used);
    }

    @Test
    void theExitTemplateListsEveryGate() {
        assertThat(TEMPLATES.resolve("exit.json"))
                .content()
                .contains(CodeNames.vocabulary().gates());
    }

    @Test
    void theCodeHasNamesForModels() {
        assertThat(CodeNames.delegates()).contains("registerApplication");
        assertThat(CodeNames.gates()).contains("fourEyes");
        assertThat(CodeNames.variables()).contains("valuationOutstanding");
    }
}
