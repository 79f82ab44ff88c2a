package io.loanflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The token of an application has entered a stage. Published inside the engine's transaction: a listener that throws
 * undoes the move, and what a listener writes is committed with it.
 *
 * @param reference the application, also the business key
 * @param from id of the stage it came from, null when the application is new
 * @param by id of the user who made the move, null when it happened by itself
 * @param reason why, where somebody said so
 * @param voidsSignings whether documents that are being signed are not to be signed any more
 * @param modelVersion version of the process definition that the application runs on
 */
public record StageEntered(
        String reference,
        @Nullable String from,
        Stage stage,
        @Nullable String by,
        @Nullable String reason,
        boolean voidsSignings,
        int modelVersion,
        Instant at) {}
