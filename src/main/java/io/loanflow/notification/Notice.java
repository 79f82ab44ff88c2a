package io.loanflow.notification;

import org.jspecify.annotations.Nullable;

/** What people are to be told. */
public record Notice(
        String type,
        String title,
        String message,
        @Nullable String relatedObjectType,
        @Nullable String relatedObjectId) {

    static Notice aboutApplication(String type, String title, String message, String reference) {
        return new Notice(type, title, message, "application", reference);
    }
}
