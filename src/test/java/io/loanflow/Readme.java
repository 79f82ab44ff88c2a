package io.loanflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The README as its readers meet it: what stands behind a mark in it. */
final class Readme {

    private static final Path FILE = Path.of("README.md");

    private Readme() {}

    /** The first fenced block behind a mark. */
    static String block(String mark) {
        return String.join(
                "\n",
                behind(mark)
                        .dropWhile(line -> !line.startsWith("```"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("```"))
                        .toList());
    }

    /** The rows of the first table behind a mark, cells without their back ticks. */
    static List<List<String>> table(String mark) {
        return behind(mark)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Readme::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|"))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    private static Stream<String> behind(String mark) {
        try {
            var lines = Files.readAllLines(FILE);
            var at = lines.indexOf("<!-- " + mark + " -->");
            if (at < 0) {
                throw new AssertionError(FILE + " has no line <!-- " + mark + " -->");
            }
            return lines.subList(at, lines.size()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
