package io.loanflow.notification.web;

import io.loanflow.notification.Event;
import io.loanflow.notification.Feed;
import io.loanflow.notification.SocketLogin;
import io.loanflow.notification.Subscriber;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;

/** The sockets of this node: opens them, and closes them when their log-in is over on whatever node that happened. */
@Component
class Sockets implements Subscriber, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
    private static final long TICK_MILLIS = 1_000;

    /** After the feed has started, before the web server. */
    private static final int PHASE = 1;

    private final SocketSources sources;
    private final SocketCommands commands;
    private final SocketWorkers workers;
    private final SocketSettings settings;
    private final Feed feed;
    private final Clock clock = Clock.systemUTC();
    private final Map<Socket, Line> lines = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService ticks;

    Sockets(SocketSources sources, SocketCommands commands, SocketWorkers workers, SocketSettings settings, Feed feed) {
        this.sources = sources;
        this.commands = commands;
        this.workers = workers;
        this.settings = settings;
        this.feed = feed;
    }

    Line open(WebSocketSession session, SocketLogin login, @Nullable String after) {
        var wire = new SessionWire(session, settings.sendTimeout(), workers.patient());
        var socket =
                new Socket(login, sources, wire, settings.unsentLimit().toBytes(), workers.workers(), lines::remove);
        var line = new Line(socket, commands, settings, clock);
        if (admit(socket, line)) {
            socket.open(after);
        } else {
            socket.close(Closing.TOO_MANY_SOCKETS);
        }
        return line;
    }

    /** A log-in that ended, or has other rights now, takes its sockets with it. */
    @Override
    public void hear(List<Event> events) {
        for (var event : events) {
            if (event.is(Event.SESSION_ENDED) || event.is(Event.GROUPS_CHANGED)) {
                lines.keySet().stream()
                        .filter(socket -> ends(event, socket.login()))
                        .forEach(Sockets::logOut);
            }
        }
    }

    @Override
    public synchronized void start() {
        feed.join(this);
        var threads = new CustomizableThreadFactory("socket-tick-");
        threads.setDaemon(true);
        ticks = Executors.newSingleThreadScheduledExecutor(threads);
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (ticks != null) {
            ticks.shutdownNow();
            ticks = null;
        }
        feed.leave(this);
        lines.keySet().forEach(socket -> socket.close(Closing.STOPPING));
    }

    @Override
    public synchronized boolean isRunning() {
        return ticks != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** How many a user has on this node. */
    long of(String userId) {
        return lines.keySet().stream()
                .filter(socket -> socket.login().userId().equals(userId))
                .count();
    }

    private synchronized boolean admit(Socket socket, Line line) {
        if (of(socket.login().userId()) >= settings.socketsPerUser()) {
            return false;
        }
        lines.put(socket, line);
        return true;
    }

    private void tick() {
        for (var line : lines.values()) {
            try {
                line.tick();
            } catch (RuntimeException e) {
                LOG.warn("A socket could not be looked after", e);
            }
        }
    }

    private static boolean ends(Event event, SocketLogin login) {
        return event.concerns(login.userId())
                && (event.is(Event.GROUPS_CHANGED)
                        || event.payload().getOrDefault("session", "").equals(login.sessionId()));
    }

    private static void logOut(Socket socket) {
        socket.close(Closing.LOGIN_OVER);
    }
}
