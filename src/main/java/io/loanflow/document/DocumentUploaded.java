package io.loanflow.document;

/**
 * Somebody handed in a document or a new version of one; published in the transaction that keeps it.
 *
 * @param by id of the user
 */
public record DocumentUploaded(Document document, String by) {}
