package io.loanflow.document.upload;

import java.util.Set;

/** The kinds of file that are taken. */
enum Kind {
    PDF("application/pdf", "pdf", Set.of("pdf"), Set.of("application/x-pdf")),
    JPEG("image/jpeg", "jpg", Set.of("jpg", "jpeg", "jpe", "jfif"), Set.of("image/jpg", "image/pjpeg")),
    PNG("image/png", "png", Set.of("png"), Set.of("image/x-png")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
            Set.of("docx"),
            Set.of("application/zip")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            Set.of("xlsx"),
            Set.of("application/zip")),

    /** CSV too: no content tells the two apart. Browsers call CSV what they would open it with. */
    TEXT(
            "text/plain",
            "txt",
            Set.of("txt", "text", "csv", "tsv", "log"),
            Set.of(
                    "text/csv",
                    "text/comma-separated-values",
                    "text/tab-separated-values",
                    "application/csv",
                    "application/vnd.ms-excel"));

    static final String ALL = "PDF, JPEG, PNG, DOCX, XLSX, and text or CSV in UTF-8";

    private final String type;
    private final String extension;
    private final Set<String> extensions;
    private final Set<String> alsoCalled;

    Kind(String type, String extension, Set<String> extensions, Set<String> alsoCalled) {
        this.type = type;
        this.extension = extension;
        this.extensions = extensions;
        this.alsoCalled = alsoCalled;
    }

    String type() {
        return type;
    }

    /** What a name of such a file ends with when it says nothing. */
    String extension() {
        return extension;
    }

    boolean hasExtension(String given) {
        return extensions.contains(given);
    }

    boolean isCalled(String mediaType) {
        return type.equals(mediaType) || alsoCalled.contains(mediaType);
    }
}
