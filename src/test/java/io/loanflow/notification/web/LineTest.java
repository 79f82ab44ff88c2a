package io.loanflow.notification.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.loanflow.identity.Viewer;
import io.loanflow.notification.Position;
import io.loanflow.notification.SocketLogin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@Tag("fast")
class LineTest {

    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    private final Socket socket = mock(Socket.class);
    private final Clock clock = mock(Clock.class);
    private Line line = mock(Line.class);

    @BeforeEach
    void open() {
        var size = DataSize.ofKilobytes(1);
        var beat = Duration.ofSeconds(20);
        var settings = new SocketSettings(List.of(), 10, 100, size, size, beat, beat, beat);
        var login = new SocketLogin(new Viewer("u", Set.of()), "s", START.plus(Duration.ofHours(1)), Position.START);
        when(socket.login()).thenReturn(login);
        later(0);
        line = new Line(socket, mock(SocketCommands.class), settings, clock);
    }

    @Test
    void asksTheSilentForASignOfLifeOncePerBeat() {
        later(19);
        line.tick();
        verify(socket, never()).ping();

        later(20);
        line.tick();
        later(21);
        line.tick();
        verify(socket, times(1)).ping();
    }

    @Test
    void givesUpOnWhoNeverAnswers() {
        later(61);
        line.tick();

        verify(socket).close(Closing.TOO_SLOW);
    }

    @Test
    void keepsWhoAnswers() {
        later(50);
        line.alive();
        later(100);
        line.tick();

        verify(socket, never()).close(any());
    }

    @Test
    void endsWithTheLogIn() {
        later(3_600);
        line.alive();
        line.tick();

        verify(socket).close(Closing.LOGIN_OVER);
    }

    private void later(long seconds) {
        when(clock.instant()).thenReturn(START.plusSeconds(seconds));
    }
}
