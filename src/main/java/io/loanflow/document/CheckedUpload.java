package io.loanflow.document;

import java.nio.file.Path;

/**
 * A file that was looked at and may be kept.
 *
 * @param name for display, harmless, with an extension that fits
 * @param contentType what the bytes are, whatever was said
 */
public record CheckedUpload(String name, String contentType, Path bytes) {}
