package io.loanflow.notification.web;

import org.springframework.web.socket.CloseStatus;

/** Why a socket is closed from this side. */
final class Closing {

    static final CloseStatus LOGIN_OVER = new CloseStatus(4401, "Log in again");
    static final CloseStatus TOO_SLOW = CloseStatus.SERVICE_OVERLOAD.withReason("Too slow; resume with your cursor");
    static final CloseStatus TOO_MANY_SOCKETS = CloseStatus.POLICY_VIOLATION.withReason("Too many sockets");
    static final CloseStatus TOO_MANY_MESSAGES = CloseStatus.POLICY_VIOLATION.withReason("Too many messages");
    static final CloseStatus BROKEN = CloseStatus.SERVER_ERROR.withReason("Resume with your cursor");
    static final CloseStatus STOPPING = CloseStatus.GOING_AWAY.withReason("This node stops; resume elsewhere");

    private Closing() {}
}
