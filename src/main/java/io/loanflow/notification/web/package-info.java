/** The doors of notifications: REST and the WebSocket. */
@NullMarked
package io.loanflow.notification.web;

import org.jspecify.annotations.NullMarked;
