package io.loanflow.document.letter;

import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What comes to light while one letter is written: which facts it shows, and what it cannot print. */
final class Reading {

    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<Violation> violations = new LinkedHashSet<>();

    void show(String fact) {
        shown.add(fact);
    }

    void lack(String pointer, String what) {
        violations.add(new Violation(
                pointer, "missing_value", "The document needs the " + what + ", which has not been entered yet."));
    }

    void refuse(String pointer, String what, int codePoint) {
        violations.add(new Violation(
                pointer,
                "unprintable",
                "The " + what
                        + " has a character that cannot be printed: U+%04X %s. Write it in another way."
                                .formatted(codePoint, Character.getName(codePoint))));
    }

    Set<String> shown() {
        return shown;
    }

    List<Violation> violations() {
        return new ArrayList<>(violations);
    }
}
