/** The SQL side of notifications, and the connections that carry "look" from node to node. */
@NullMarked
package io.loanflow.notification.store;

import org.jspecify.annotations.NullMarked;
