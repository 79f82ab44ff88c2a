package io.loanflow.notification.web;

import org.springframework.web.socket.CloseStatus;

/** The connection under a socket; nothing here waits for the client. */
interface Wire {

    interface Sent {

        void done(boolean arrived);
    }

    /** One at a time: the next only when {@code sent} was told, which may happen before this returns. */
    void send(String text, Sent sent);

    void ping();

    void close(CloseStatus status);
}
