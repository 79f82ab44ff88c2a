package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst adds a stage to the model and restarts; nothing else is changed. */
@Tag("slow")
class StageAddedIT {

    @TempDir
    private Path folder;

    private Path models;

    @Test
    void everyDoorKnowsTheNewStage() throws Exception {
        String old;
        try (var before = LoanflowProcess.start(Map.of("LOANFLOW_DATA", data())).awaitUp()) {
            old = handIn(before);
        }
        copyModelsWithANewStage();
        try (var after = LoanflowProcess.start(Map.of(
                        "LOANFLOW_DATA", data(), "CAMUNDA_BPM_DEPLOYMENTRESOURCEPATTERN", "file:" + models + "/*"))
                .awaitUp()) {
            var reference = handIn(after);
            var path = "/api/applications/" + reference;

            assertThat(transitions(as("broker", after).get(path + "/transitions")))
                    .contains("valuation")
                    .doesNotContain("processing");
            assertThat(as("broker", after)
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .isEqualTo(409);
            assertThat(as("broker", after)
                            .post(path + "/transitions", "{\"to\": \"valuation\"}")
                            .json()
                            .path("stage_name")
                            .asText())
                    .isEqualTo("Value the securities");
            assertThat(as("credit", after)
                            .get("/api/applications?stage=valuation")
                            .json()
                            .at("/items/0/reference")
                            .asText())
                    .isEqualTo(reference);
            assertThat(as("credit", after)
                            .get("/api/tasks")
                            .json()
                            .path("items")
                            .findValuesAsText("name"))
                    .contains("Value the securities");
            assertThat(as("credit", after)
                            .get("/engine-rest/task?name=Value%20the%20securities")
                            .json())
                    .as("what Tasklist shows to credit")
                    .hasSize(1);
            assertThat(as("bd", after)
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .as("a task is for those it is offered to")
                    .isEqualTo(403);
            assertThat(as("credit", after)
                            .post(path + "/transitions", "{\"to\": \"processing\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(as("credit", after)
                            .get(path + "/history")
                            .json()
                            .path("items")
                            .findValuesAsText("to"))
                    .containsExactly("inquiry", "valuation", "processing");
            assertThat(transitions(as("admin", after).get("/api/applications/" + old + "/transitions")))
                    .as("an application stays on the model it began with")
                    .contains("processing")
                    .doesNotContain("valuation");
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String handIn(LoanflowProcess loanflow) {
        var created = as("broker", loanflow)
                .post("/api/applications", Lending.complete().toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().path("reference").asText();
    }

    private static Http as(String group, LoanflowProcess loanflow) {
        int port = loanflow.url().getPort();
        var login = new Http(port)
                .post(
                        "/api/auth/login",
                        "{\"email\": \"%s@loanflow.example\", \"password\": \"loanflow-demo\"}".formatted(group));
        return new Http(port).bearer(login.json().path("access").asText());
    }

    private static List<String> transitions(Http.Answer answer) {
        return answer.json().path("items").findValuesAsText("to");
    }

    private void copyModelsWithANewStage() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
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
