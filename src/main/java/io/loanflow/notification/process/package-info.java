/** The engine's side of notifications: the process that sends mail. */
@NullMarked
package io.loanflow.notification.process;

import org.jspecify.annotations.NullMarked;
