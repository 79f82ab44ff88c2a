package io.loanflow.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.SAXException;

/** Reads the files; what cannot be read is a finding. */
final class ModelReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Findings findings;

    private ModelReader(Findings findings) {
        this.findings = findings;
    }

    static CheckedModels read(List<ModelFile> files, Findings findings) {
        var reader = new ModelReader(findings);
        var processes = new ArrayList<CheckedProcess>();
        var tables = new ArrayList<CheckedTable>();
        var forms = new ArrayList<CheckedForm>();
        for (var file : files) {
            switch (file.extension()) {
                case "bpmn" -> reader.process(file).ifPresent(processes::add);
                case "dmn" -> reader.table(file).ifPresent(tables::add);
                case "form" -> reader.form(file).ifPresent(forms::add);
                default -> findings.add(file, null, "Only .bpmn, .dmn and .form files belong here. Remove the file.");
            }
        }
        return new CheckedModels(List.copyOf(processes), List.copyOf(tables), List.copyOf(forms));
    }

    private Optional<CheckedProcess> process(ModelFile file) {
        try {
            var xml = SafeXml.parse(file.bytes());
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            var processes = model.getModelElementsByType(Process.class).size();
            if (processes == 1) {
                return Optional.of(new CheckedProcess(file, model, xml));
            }
            findings.add(file, null, "The file holds " + processes + " processes. Keep one process in each file.");
        } catch (SAXException | ModelException e) {
            findings.add(file, null, unreadable("process", e));
        }
        return Optional.empty();
    }

    private Optional<CheckedTable> table(ModelFile file) {
        try {
            var xml = SafeXml.parse(file.bytes());
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            var decisions = model.getModelElementsByType(Decision.class).size();
            if (decisions == 1) {
                return Optional.of(new CheckedTable(file, model, xml));
            }
            findings.add(file, null, "The file holds " + decisions + " decisions. Keep one decision in each file.");
        } catch (SAXException | ModelException e) {
            findings.add(file, null, unreadable("table", e));
        }
        return Optional.empty();
    }

    private Optional<CheckedForm> form(ModelFile file) {
        try {
            return Optional.of(new CheckedForm(file, JSON.readTree(file.content())));
        } catch (JsonProcessingException e) {
            findings.add(file, null, unreadable("form", new IllegalArgumentException(e.getOriginalMessage())));
            return Optional.empty();
        }
    }

    private static String unreadable(String kind, Exception error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = String.valueOf(cause.getMessage()).replaceFirst("(?s)^.*Line=(\\d+): ", "Line $1: ");
        return "The " + kind + " cannot be read: " + reason + " Open it in Camunda Modeler and save it again.";
    }
}
