package io.loanflow.notification.web;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** The container's session; what can block there (ping, close) runs on threads of its own and for a short time. */
final class SessionWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWire.class);
    private static final String BLOCKING_LIMIT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final long BLOCKING_MILLIS = 2_000;

    private final WebSocketSession session;
    private final Session container;
    private final Executor patient;

    SessionWire(WebSocketSession session, Duration sendTimeout, Executor patient) {
        this.session = session;
        this.container = container(session);
        this.patient = patient;
        container.getAsyncRemote().setSendTimeout(sendTimeout.toMillis());
        container.getUserProperties().put(BLOCKING_LIMIT, BLOCKING_MILLIS);
    }

    @Override
    public void send(String text, Sent sent) {
        try {
            container.getAsyncRemote().sendText(text, result -> sent.done(result.isOK()));
        } catch (RuntimeException closedMeanwhile) {
            sent.done(false);
        }
    }

    @Override
    public void ping() {
        patient.execute(() -> {
            try {
                container.getBasicRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | RuntimeException e) {
                close(CloseStatus.SESSION_NOT_RELIABLE);
            }
        });
    }

    @Override
    public void close(CloseStatus status) {
        patient.execute(() -> {
            try {
                session.close(status);
            } catch (IOException | RuntimeException e) {
                LOG.debug("A socket was gone before it was closed", e);
            }
        });
    }

    private static Session container(WebSocketSession session) {
        var container = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (container == null) {
            throw new IllegalStateException("Not a session of a Jakarta WebSocket container");
        }
        return container;
    }
}
