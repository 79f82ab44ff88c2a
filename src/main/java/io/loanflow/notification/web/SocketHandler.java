package io.loanflow.notification.web;

import io.loanflow.notification.SocketLogin;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** The container's side of the sockets. */
@Component
class SocketHandler extends AbstractWebSocketHandler {

    private static final String LINE = Line.class.getName();

    private final Sockets sockets;

    SocketHandler(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var attributes = session.getAttributes();
        var login = (SocketLogin) Objects.requireNonNull(attributes.get(SocketGate.LOGIN));
        attributes.put(LINE, sockets.open(session, login, (String) attributes.get(SocketGate.AFTER)));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        line(session).text(message.getPayload());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        line(session).binary();
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        line(session).alive();
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable problem) {
        line(session).broken();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        line(session).closed(status);
    }

    private static Line line(WebSocketSession session) {
        return (Line) Objects.requireNonNull(session.getAttributes().get(LINE));
    }
}
