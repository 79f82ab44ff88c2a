package io.loanflow.document.web;

import io.loanflow.document.CheckedUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * An upload that was read and looked at. Close it: its file goes with it.
 *
 * @param said the fields beside the file
 */
record UploadForm<T>(T said, CheckedUpload file) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
