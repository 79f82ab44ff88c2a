package io.loanflow.people;

import java.util.List;

/**
 * Somebody stored already who may be the same.
 *
 * @param matchedOn what is equal: {@code abn, acn, tax_file_number, email}
 */
public record Duplicate(long id, String name, List<String> matchedOn) {}
