package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/** What the wire does when the container cannot send any more; that it sends at all is seen with real clients. */
@Tag("fast")
class SessionWireTest {

    private final Session container = mock(Session.class);
    private final RemoteEndpoint.Async async = mock(RemoteEndpoint.Async.class);
    private final RemoteEndpoint.Basic basic = mock(RemoteEndpoint.Basic.class);
    private final StandardWebSocketSession session = mock(StandardWebSocketSession.class);
    private final List<Boolean> arrived = new ArrayList<>();

    @BeforeEach
    void open() {
        when(container.getAsyncRemote()).thenReturn(async);
        when(container.getBasicRemote()).thenReturn(basic);
        when(container.getUserProperties()).thenReturn(new HashMap<>());
        when(session.getNativeSession(Session.class)).thenReturn(container);
    }

    @Test
    void passesOnWhetherATextArrived() {
        doAnswer(call -> {
                    call.<SendHandler>getArgument(1).onResult(new SendResult());
                    return null;
                })
                .when(async)
                .sendText(eq("good"), any(SendHandler.class));
        doAnswer(call -> {
                    call.<SendHandler>getArgument(1).onResult(new SendResult(new IOException("gone")));
                    return null;
                })
                .when(async)
                .sendText(eq("bad"), any(SendHandler.class));

        wire().send("good", arrived::add);
        wire().send("bad", arrived::add);

        assertThat(arrived).containsExactly(true, false);
    }

    @Test
    void saysThatNothingArrivesOnceTheContainerHasClosed() {
        doThrow(new IllegalStateException("closed")).when(async).sendText(any(), any(SendHandler.class));

        wire().send("text", arrived::add);

        assertThat(arrived).containsExactly(false);
    }

    @Test
    void asksForASignOfLife() throws IOException {
        wire().ping();

        verify(basic).sendPing(any());
        verify(session, never()).close(any());
    }

    @Test
    void closesWhatCannotBeAsked() throws IOException {
        doThrow(new IOException("gone")).when(basic).sendPing(any());

        wire().ping();

        verify(session).close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    @Test
    void doesNotMindThatASocketIsGoneBeforeItIsClosed() throws IOException {
        doThrow(new IOException("gone")).when(session).close(any());

        wire().close(Closing.STOPPING);

        verify(session).close(Closing.STOPPING);
    }

    @Test
    void servesSessionsOfTheContainerOnly() {
        when(session.getNativeSession(Session.class)).thenReturn(null);

        assertThatThrownBy(this::wire).isInstanceOf(IllegalStateException.class);
    }

    private SessionWire wire() {
        return new SessionWire(session, Duration.ofSeconds(1), Runnable::run);
    }
}
