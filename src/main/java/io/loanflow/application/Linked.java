package io.loanflow.application;

import java.util.List;

/** Ids of those who stand behind a loan, in order. */
public record Linked(List<Long> borrowers, List<Long> guarantors) {}
