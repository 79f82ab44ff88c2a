package io.loanflow.modelling;

import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Document;

/** A readable DMN file, as a model and as plain XML. */
record CheckedTable(ModelFile file, DmnModelInstance model, Document xml) {

    List<String> decisionIds() {
        return model.getModelElementsByType(Decision.class).stream()
                .map(Decision::getId)
                .toList();
    }
}
