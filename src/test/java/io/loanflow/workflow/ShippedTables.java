package io.loanflow.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision tables under {@code processes/}, answered without a process engine. */
public final class ShippedTables extends Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new ConcurrentHashMap<>();

    public ShippedTables() {
        super(null, null);
    }

    @Override
    public List<Map<String, Object>> decide(String table, Map<String, ?> inputs) {
        return ENGINE.evaluateDecisionTable(
                        TABLES.computeIfAbsent(table, ShippedTables::read), new HashMap<String, Object>(inputs))
                .getResultList();
    }

    private static DmnDecision read(String table) {
        try (var file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            return ENGINE.parseDecision(table, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
