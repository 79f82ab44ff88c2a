package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.Loanflow;
import io.loanflow.testing.Api;
import io.loanflow.testing.Database;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An analyst adds a stage to the model and restarts; nothing else is changed. */
@Tag("slow")
class StageAddedIT {

    @TempDir
    private Path models;

    @Test
    void everyDoorKnowsTheNewStage() throws IOException {
        var database = Database.create();
        String old;
        try (var before = start(database, Path.of("processes"), Path.of("forms"))) {
            old = new Lending(before).aLoan().reference();
        }
        copyModelsWithANewStage();
        try (var after = start(database, models, models)) {
            var lending = new Lending(after);
            var api = new Api(after, lending.team());
            var loan = lending.aLoan();
            var path = "/api/applications/" + loan.reference();

            assertThat(transitions(api.as("broker").get(path + "/transitions")))
                    .contains("valuation")
                    .doesNotContain("processing");
            assertThat(api.as("broker")
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .isEqualTo(409);
            assertThat(api.as("broker")
                            .post(path + "/transitions", "{\"to\": \"valuation\"}")
                            .json()
                            .path("stage_name")
                            .asText())
                    .isEqualTo("Value the securities");
            assertThat(api.as("credit")
                            .get("/api/applications?stage=valuation")
                            .json()
                            .at("/items/0/reference")
                            .asText())
                    .isEqualTo(loan.reference());
            assertThat(api.as("credit")
                            .get("/api/tasks")
                            .json()
                            .at("/items/0/name")
                            .asText())
                    .isEqualTo("Value the securities");
            assertThat(api.anonymous()
                            .basic(lending.team().email("credit"), io.loanflow.testing.People.PASSWORD)
                            .get("/engine-rest/task?name=Value%20the%20securities")
                            .json())
                    .hasSize(1);
            assertThat(api.as("bd")
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .as("a task is for those it is offered to")
                    .isEqualTo(403);
            assertThat(api.as("credit")
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(loan.history()).containsExactly("inquiry", "valuation", "processing");

            assertThat(transitions(api.as("admin").get("/api/applications/" + old + "/transitions")))
                    .as("an application stays on the model it began with")
                    .contains("processing")
                    .doesNotContain("valuation");
        }
    }

    private static List<String> transitions(Http.Answer answer) {
        return answer.json().path("items").findValuesAsText("to");
    }

    private static ConfigurableApplicationContext start(Database database, Path processes, Path forms) {
        return new SpringApplicationBuilder(Loanflow.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--loanflow.admin.email=" + FirstLogin.EMAIL,
                        "--loanflow.admin.password=" + FirstLogin.PASSWORD,
                        "--camunda.bpm.deployment-resource-pattern="
                                + String.join(
                                        ",",
                                        List.of(
                                                "file:" + processes.toAbsolutePath() + "/*.bpmn",
                                                "file:" + processes.toAbsolutePath() + "/*.dmn",
                                                "file:" + forms.toAbsolutePath() + "/*.form")));
    }

    private void copyModelsWithANewStage() throws IOException {
        for (var folder : List.of(Path.of("processes"), Path.of("forms"))) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, models.resolve(file.getFileName()));
                }
            }
        }
        var file = models.resolve("loanOrigination.bpmn").toFile();
        var model = Bpmn.readModelFromFile(file);
        LifecycleReaderTest.addValuationBetweenInquiryAndProcessing(model);
        Bpmn.writeModelToFile(file, model);
    }
}
