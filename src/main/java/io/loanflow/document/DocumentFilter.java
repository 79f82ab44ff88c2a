package io.loanflow.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list shows; what is null does not narrow it.
 *
 * @param borrower id of one who borrows in the application
 * @param search part of title, description, file name, reference, or a borrower's name or e-mail
 */
public record DocumentFilter(
        @Nullable String documentType,
        @Nullable String application,
        @Nullable Long borrower,
        @Nullable String search,
        @Nullable LocalDate createdFrom,
        @Nullable LocalDate createdTo) {}
