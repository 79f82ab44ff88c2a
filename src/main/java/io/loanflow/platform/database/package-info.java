/** The PostgreSQL that the application runs on: a configured server, or one of its own in the data folder. */
@org.jspecify.annotations.NullMarked
package io.loanflow.platform.database;
