package io.loanflow.modelling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All readable models of one deployment. */
record CheckedModels(List<CheckedProcess> processes, List<CheckedTable> tables, List<CheckedForm> forms) {

    Optional<CheckedForm> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    Set<String> decisions() {
        return tables.stream().flatMap(table -> table.decisionIds().stream()).collect(Collectors.toSet());
    }

    Set<String> processIds() {
        return processes.stream().map(CheckedProcess::id).collect(Collectors.toSet());
    }
}
