package io.loanflow.document.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the description of the API says of uploads: they are read by hand, because they are not JSON. */
final class UploadDescription {

    private UploadDescription() {}

    record ForADocument(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String documentType,

            @Nullable String title,
            @Nullable String description,
            @Nullable Boolean shared) {}

    record ForAVersion(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @Nullable String title,
            @Nullable String description,
            @Nullable Boolean shared) {}
}
