package io.loanflow.platform;

/**
 * Which kind of database the application runs on.
 *
 * @param embedded whether it is the embedded one in the data folder, and not a configured server
 */
public record DatabaseServer(boolean embedded) {}
