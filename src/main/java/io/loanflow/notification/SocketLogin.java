package io.loanflow.notification;

import io.loanflow.identity.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a socket.
 *
 * @param sessionId the log-in that it hangs on, null when it hangs on none
 * @param expiresAt when the token that it came with expires
 * @param checkedAt place in the event log at which it was known to be good; a new client hears of what comes after
 */
public record SocketLogin(Viewer viewer, @Nullable String sessionId, Instant expiresAt, Position checkedAt) {

    public String userId() {
        return viewer.userId();
    }

    public SocketLogin checkedAgain(Position at) {
        return new SocketLogin(viewer, sessionId, expiresAt, at);
    }
}
