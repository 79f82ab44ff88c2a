/** Telling people: the event log, the inbox and the WebSocket. */
@NullMarked
package io.loanflow.notification;

import org.jspecify.annotations.NullMarked;
