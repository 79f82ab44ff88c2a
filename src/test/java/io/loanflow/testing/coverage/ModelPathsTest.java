package io.loanflow.testing.coverage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class ModelPathsTest {

    @TempDir
    Path folder;

    @Test
    void namesWhatNoProcessTestPasses() throws IOException {
        models();
        report("SomeProcessTest", "start", "flow");
        report("SomeIT", "end");

        assertThatThrownBy(this::check).hasMessageContaining("p.bpmn=[end]");
    }

    @Test
    void addsUpWhatSeveralProcessTestsPass() throws IOException {
        models();
        report("SomeProcessTest", "start", "flow");
        report("OtherProcessTest", "end");

        check();
    }

    private void check() {
        ModelPaths.main(new String[] {
            folder.resolve("models").toString(), folder.resolve("reports").toString()
        });
    }

    private void models() throws IOException {
        var model = Bpmn.createExecutableProcess("p")
                .startEvent("start")
                .sequenceFlowId("flow")
                .endEvent("end")
                .done();
        Files.createDirectories(folder.resolve("models"));
        Bpmn.writeModelToFile(folder.resolve("models/p.bpmn").toFile(), model);
    }

    private void report(String test, String... passed) throws IOException {
        var events = new StringBuilder();
        for (var one : passed) {
            events.append(events.isEmpty() ? "" : ",")
                    .append("{\"modelKey\": \"p\", \"definitionKey\": \"" + one + "\"}");
        }
        var file = folder.resolve("reports").resolve(test).resolve("report.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"suites\": [{\"runs\": [{\"events\": [" + events + "]}]}]}");
    }
}
