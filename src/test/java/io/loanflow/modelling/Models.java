package io.loanflow.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped models, tables and forms, and the same with a mistake in them. */
record Models(List<ModelFile> files) {

    static Models shipped() {
        return new Models(Stream.of("processes", "forms")
                .flatMap(folder -> list(Path.of(folder)))
                .map(path -> new ModelFile(path.toString(), read(path)))
                .toList());
    }

    /** With one text in one file changed; the text has to be there. */
    Models changing(String file, String from, String to) {
        return editing(file, text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
    }

    /** With everything that matches gone; something has to match. */
    Models without(String file, String pattern) {
        return editing(file, text -> {
            var rest = text.replaceAll("(?s)" + pattern, "");
            assertThat(rest).isNotEqualTo(text);
            return rest;
        });
    }

    Models adding(String path, String content) {
        var more = new ArrayList<>(files);
        more.add(new ModelFile(path, content));
        return new Models(more);
    }

    String text(String file) {
        return files.stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .content();
    }

    List<String> findings() {
        return new ModelCheck(CodeNames.vocabulary())
                .check(files).stream().map(Finding::toString).toList();
    }

    Models editing(String file, UnaryOperator<String> edit) {
        return new Models(files.stream()
                .map(each -> each.name().equals(file) ? new ModelFile(each.path(), edit.apply(each.content())) : each)
                .toList());
    }

    private static Stream<Path> list(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths
                    .filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
