package io.loanflow.document;

/**
 * Bytes that are kept once, however many documents have them.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record StoredContent(String sha256, long size) {}
