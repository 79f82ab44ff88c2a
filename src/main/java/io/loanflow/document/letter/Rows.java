package io.loanflow.document.letter;

import java.util.List;

/** The rows of a list and what each of them shows. */
record Rows<R>(List<R> rows, List<Fact<R>> columns) {}
