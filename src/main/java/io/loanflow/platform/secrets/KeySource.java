package io.loanflow.platform.secrets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from.
 *
 * @param developmentFile of the key that an embedded database was given, null when the keys are configured
 */
public record KeySource(@Nullable Path developmentFile) {}
