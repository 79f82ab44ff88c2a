package io.loanflow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Source texts below a folder, without their comments, by their paths. */
final class Sources {

    static final Path CODE = Path.of("src/main/java/io/loanflow");
    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path VIOLATIONS = Path.of("src/test/java/io/loanflow/architecture/violations");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*(//|--).*$", Pattern.DOTALL);

    private Sources() {}

    static Map<Path, String> below(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .collect(Collectors.toMap(folder::relativize, Sources::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
