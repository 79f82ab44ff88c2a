package io.loanflow.people;

import java.time.Instant;

/**
 * One entry of a directory.
 *
 * @param data what was entered
 * @param version counts up with every change
 */
public record Entry<T>(long id, T data, Instant createdAt, long version) {}
