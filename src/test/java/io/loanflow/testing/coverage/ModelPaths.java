package io.loanflow.testing.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Whether the process tests together have passed every element and every flow of every model; one left out fails the build. */
public final class ModelPaths {

    private static final JsonMapper JSON = new JsonMapper();

    private ModelPaths() {}

    /** Run by the build with the folder of the models and the folder of the reports. */
    public static void main(String[] folders) {
        var passed = new TreeSet<String>();
        files(Path.of(folders[1]), "ProcessTest/report.json").forEach(report -> addPassed(report, passed));
        var left = new TreeMap<String, Set<String>>();
        for (var file : files(Path.of(folders[0]), ".bpmn")) {
            var missing = missing(Bpmn.readModelFromFile(file.toFile()), passed);
            System.out.println(file.getFileName() + ": " + (missing.isEmpty() ? "every path is tested" : missing));
            if (!missing.isEmpty()) {
                left.put(file.getFileName().toString(), missing);
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("No process test passes these elements: " + left);
        }
    }

    static Set<String> missing(BpmnModelInstance model, Set<String> passed) {
        var process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        var missing = new TreeSet<String>();
        for (var element : model.getModelElementsByType(FlowElement.class)) {
            boolean counts = element instanceof FlowNode || element instanceof SequenceFlow;
            if (counts && !passed.contains(key(process, element.getId()))) {
                missing.add(element.getId());
            }
        }
        return missing;
    }

    static String key(String process, String element) {
        return process + "#" + element;
    }

    private static void addPassed(Path report, Set<String> passed) {
        try {
            JSON.readTree(report.toFile())
                    .findValues("events")
                    .forEach(events -> events.forEach(
                            event -> passed.add(key(text(event, "modelKey"), text(event, "definitionKey")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asText();
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
