package io.loanflow.document.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document, without its bytes.
 *
 * @param application its reference
 * @param size in bytes
 * @param head whether no newer version exists
 * @param createdBy null when the system made it, and for clients unless they did
 */
record DocumentResource(
        long id,
        String application,
        String documentType,
        String title,
        @Nullable String description,
        String fileName,
        String contentType,
        long size,
        String sha256,
        int version,
        boolean head,
        boolean generated,
        boolean shared,
        String status,
        @Nullable String statusReason,
        @Nullable Person createdBy,
        Instant createdAt) {

    record Person(String id, String name) {}
}
