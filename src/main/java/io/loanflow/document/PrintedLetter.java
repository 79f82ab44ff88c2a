package io.loanflow.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A document in a file that is there until this is closed.
 *
 * @param shows names of the facts that it shows
 */
public record PrintedLetter(Path file, Set<String> shows) implements AutoCloseable {

    public PrintedLetter {
        shows = Set.copyOf(shows);
    }

    /** The PDF, to be closed. */
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
