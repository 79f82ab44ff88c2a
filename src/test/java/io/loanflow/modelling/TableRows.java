package io.loanflow.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table is expected to answer, from {@code src/test/resources/tables}: a file for each table, a line for
 * each case.
 */
record TableRows(List<Case> cases) {

    private static final Path FOLDER = Path.of("src/test/resources/tables");

    /** Values of the inputs by name, and the ids of the rules that answer. */
    record Case(Map<String, @Nullable Object> inputs, Set<String> rules) {}

    static boolean exist(String table) {
        return Files.exists(file(table));
    }

    static Path file(String table) {
        return FOLDER.resolve(table + ".txt");
    }

    static TableRows of(String table) {
        var lines = lines(table);
        var names = cells(lines.get(0));
        return new TableRows(
                lines.stream().skip(1).map(line -> one(names, cells(line))).toList());
    }

    private static Case one(List<String> names, List<String> cells) {
        int last = names.size() - 1;
        var inputs = new HashMap<String, @Nullable Object>();
        IntStream.range(0, last).forEach(at -> inputs.put(names.get(at), value(cells.get(at))));
        var rules = new TreeSet<>(List.of(cells.get(last).split(" ")));
        rules.remove("");
        return new Case(inputs, rules);
    }

    /** A value as tables write it. */
    static @Nullable Object value(String text) {
        if ("null".equals(text)) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1)
                : Double.valueOf(new BigDecimal(text).doubleValue());
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static List<String> lines(String table) {
        try (var lines = Files.lines(file(table))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
