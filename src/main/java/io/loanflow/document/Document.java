package io.loanflow.document;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document.
 *
 * @param id of this version
 * @param reference of the application that it belongs to
 * @param type as in the domain, {@code loan_agreement} say
 * @param version counts from 1 in a chain
 * @param head whether no newer version exists
 * @param content the bytes that were uploaded or generated; what is signed is these bytes
 * @param signed the bytes with the certificate page and the lender's digital signature, null until everybody has signed
 * @param generated from a template, as against uploaded
 * @param shared whether broker and client see it
 * @param status {@code draft} (uploaded), {@code generated}, {@code sent}, {@code partially_signed}, {@code signed},
 *     {@code declined}, {@code expired} or {@code voided}
 * @param statusReason why it was declined or voided
 * @param createdBy id of the user, null when the system made it
 * @param shows names of the facts that a generated document shows; empty for an uploaded one
 */
public record Document(
        long id,
        String reference,
        String type,
        int version,
        boolean head,
        String title,
        @Nullable String description,
        String fileName,
        String contentType,
        StoredContent content,
        @Nullable StoredContent signed,
        boolean generated,
        boolean shared,
        String status,
        @Nullable String statusReason,
        @Nullable String createdBy,
        Instant createdAt,
        Set<String> shows) {}
