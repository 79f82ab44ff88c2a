package io.loanflow.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One-time log-ins for sockets, good on every node. */
public interface SocketTickets {

    /** A ticket that stands for the log-in, to be used within {@code life}. */
    Ticket issue(SocketLogin login, Duration life);

    /** Uses the ticket up; empty when there is none such, it is too old or was used before. */
    Optional<SocketLogin> redeem(String ticket);

    record Ticket(String ticket, Instant expiresAt) {

        /** Never the ticket. */
        @Override
        public String toString() {
            return "Ticket[until " + expiresAt + "]";
        }
    }
}
