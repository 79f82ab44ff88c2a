package io.loanflow.document;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.List;

/** Values that a document needs and that are not there. */
final class Missing {

    static final String CODE = "missing_value";

    private Missing() {}

    static Problem problem(String pointer, String detail) {
        return Problem.incomplete(List.of(new Violation(pointer, CODE, detail)));
    }
}
