package io.loanflow.notification.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.socket.CloseStatus;

/** What comes in from one client: its messages, up to so many a minute, and its signs of life. */
final class Line {

    private static final int BEATS_UNTIL_GIVEN_UP = 3;

    private final Socket socket;
    private final SocketCommands commands;
    private final Allowance allowance;
    private final Duration heartbeat;
    private final Clock clock;
    private volatile Instant heard;
    private Instant asked;

    Line(Socket socket, SocketCommands commands, SocketSettings settings, Clock clock) {
        this.socket = socket;
        this.commands = commands;
        this.allowance = new Allowance(settings.messagesPerMinute());
        this.heartbeat = settings.heartbeat();
        this.clock = clock;
        this.heard = clock.instant();
        this.asked = heard;
    }

    Socket socket() {
        return socket;
    }

    void text(String text) {
        receive(() -> commands.run(socket, text));
    }

    void binary() {
        receive(() -> socket.send(new Frames.Refused("not_text", "Messages are text.")));
    }

    void alive() {
        heard = clock.instant();
    }

    void broken() {
        socket.close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    void closed(CloseStatus status) {
        socket.close(status);
    }

    /** To be called every second or so: ends what is over and asks the silent for a sign of life. */
    void tick() {
        var now = clock.instant();
        if (!socket.login().expiresAt().isAfter(now)) {
            socket.close(Closing.LOGIN_OVER);
        } else if (heard.plus(heartbeat.multipliedBy(BEATS_UNTIL_GIVEN_UP)).isBefore(now)) {
            socket.close(Closing.TOO_SLOW);
        } else if (!asked.plus(heartbeat).isAfter(now)) {
            asked = now;
            socket.ping();
        }
    }

    private void receive(Runnable work) {
        alive();
        switch (allowance.take(heard)) {
            case GRANTED -> socket.work(work);
            case REFUSED ->
                socket.work(() ->
                        socket.send(new Frames.Refused("too_many_messages", "Slow down: this message was not read.")));
            case HOPELESS -> socket.close(Closing.TOO_MANY_MESSAGES);
        }
    }
}
