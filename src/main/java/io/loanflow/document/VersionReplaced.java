package io.loanflow.document;

/** A version is not the newest any more; published in the transaction that keeps the newer one. */
public record VersionReplaced(Document old, Document now) {}
