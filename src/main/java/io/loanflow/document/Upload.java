package io.loanflow.document;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands in, with what they say of it.
 *
 * @param name as they call it
 * @param type as they say, a media type
 * @param bytes a file of ours that is gone soon
 */
public record Upload(@Nullable String name, @Nullable String type, Path bytes) {}
