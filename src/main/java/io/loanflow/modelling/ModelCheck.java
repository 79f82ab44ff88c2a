package io.loanflow.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says what is wrong with processes, tables and forms before they are deployed, in words for the person who drew them.
 * It starts nothing and fetches nothing, so it can be given files of any origin.
 */
public final class ModelCheck {

    private static final Set<String> EXTENSIONS = Set.of("bpmn", "dmn", "form");

    private final List<ProcessRule> processRules;

    /** @param vocabulary names that have code behind them */
    public ModelCheck(Vocabulary vocabulary) {
        this.processRules = List.of(
                new DiagramRules(),
                new NamingRules(),
                new GatewayRules(),
                new FormUseRules(),
                new StageRules(vocabulary),
                new CodeRules(vocabulary),
                new StepRules());
    }

    /**
     * Checks every model, table and form in these folders and the folders in them, together.
     *
     * @throws UncheckedIOException when a folder cannot be read
     */
    public List<Finding> check(Path... folders) {
        var files = new ArrayList<ModelFile>();
        for (var folder : folders) {
            files.addAll(read(folder));
        }
        return check(files);
    }

    /** Checks these files together: they are everything that is deployed. */
    public List<Finding> check(List<ModelFile> files) {
        var findings = new Findings();
        FileRules.check(files, findings);
        var models = ModelReader.read(files, findings);
        models.processes().forEach(process -> processRules.forEach(rule -> rule.check(process, models, findings)));
        models.tables().forEach(table -> TableRules.check(table, findings));
        models.forms().forEach(form -> FormRules.check(form, findings));
        return findings.all();
    }

    private static List<ModelFile> read(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> new ModelFile(
                            folder.getFileName() + "/"
                                    + folder.relativize(path).toString().replace('\\', '/'),
                            text(path)))
                    .filter(file -> EXTENSIONS.contains(file.extension()))
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
