package io.loanflow.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of all documents, by their SHA-256; streamed both ways, never whole in memory. */
public interface Contents {

    /** Keeps the bytes in the present transaction; the same bytes are kept once. */
    StoredContent keep(InputStream bytes);

    /** Like {@link #keep(InputStream)} for bytes that are in a file already; it is only read. */
    default StoredContent keep(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return keep(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes, read piece by piece; close it. Reading throws {@link DamagedContent}, before the last of them, when they are
     * not those that were kept.
     *
     * @throws java.util.NoSuchElementException when nothing is kept under this hash
     */
    InputStream open(String sha256);
}
