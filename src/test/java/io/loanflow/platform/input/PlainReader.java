package io.loanflow.platform.input;

import jakarta.validation.Validation;

/** The input reader without Spring. */
public final class PlainReader {

    private static final InputReader READER =
            new InputReader(Validation.buildDefaultValidatorFactory().getValidator());

    private PlainReader() {}

    public static InputReader get() {
        return READER;
    }
}
