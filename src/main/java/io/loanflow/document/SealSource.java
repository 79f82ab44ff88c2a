package io.loanflow.document;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the lender's key comes from.
 *
 * @param developmentFile the keystore that an embedded database was given, null when a keystore is configured
 */
public record SealSource(@Nullable Path developmentFile) {}
