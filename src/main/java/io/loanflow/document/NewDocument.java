package io.loanflow.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document, or the next version of one, whose bytes are kept already. The components are those of {@link Document}. */
public record NewDocument(
        String reference,
        String type,
        String title,
        @Nullable String description,
        String fileName,
        String contentType,
        StoredContent content,
        boolean generated,
        boolean shared,
        @Nullable String createdBy,
        Set<String> shows) {}
