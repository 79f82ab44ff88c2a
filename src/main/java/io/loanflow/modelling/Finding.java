package io.loanflow.modelling;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong in a model, a table or a form, said to the person who drew it.
 *
 * @param file path of the file as it was given
 * @param elementId id of the element, null when the whole file is meant
 * @param message what is wrong and what to do
 */
public record Finding(String file, @Nullable String elementId, String message) {

    @Override
    public String toString() {
        return file + (elementId == null ? "" : ", " + elementId) + ": " + message;
    }
}
