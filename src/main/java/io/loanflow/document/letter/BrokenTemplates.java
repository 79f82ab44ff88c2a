package io.loanflow.document.letter;

import java.util.List;
import java.util.stream.Collectors;

/** Templates that no letter can be printed from. */
class BrokenTemplates extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenTemplates(Flaw flaw) {
        this(List.of(flaw));
    }

    BrokenTemplates(List<Flaw> flaws) {
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
    }
}
