package io.loanflow.notification.web;

import io.loanflow.notification.Cursor;
import io.loanflow.notification.Event;
import io.loanflow.notification.Following;
import io.loanflow.notification.Position;
import io.loanflow.notification.SocketLogin;
import io.loanflow.notification.Subscriber;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/**
 * One client. It first reads what it missed from the log, page by page and no faster than the client takes it; once it has
 * reached the node's feed it joins that. The cursor decides what was told already, so changing over loses nothing and repeats
 * nothing. All state but the flags for other threads is touched by the mailbox only.
 */
final class Socket implements Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final int PAGE = 200;

    private final SocketLogin login;
    private final SocketSources sources;
    private final Wire wire;
    private final Outbox outbox;
    private final Mailbox mailbox;
    private final Consumer<Socket> whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Following following = Following.NOTHING;
    private Cursor cursor = Cursor.at(Position.START);
    private boolean stagesAwaitSubscription;
    private boolean live;

    Socket(
            SocketLogin login,
            SocketSources sources,
            Wire wire,
            long unsentLimit,
            Executor workers,
            Consumer<Socket> whenClosed) {
        this.login = login;
        this.sources = sources;
        this.wire = wire;
        this.outbox = new Outbox(wire, unsentLimit, () -> close(Closing.TOO_SLOW));
        this.mailbox = new Mailbox(workers, this::broke);
        this.whenClosed = whenClosed;
    }

    SocketLogin login() {
        return login;
    }

    /** @param after the cursor that the client names, null when it starts anew */
    void open(@Nullable String after) {
        work(() -> begin(after));
    }

    /** Does a piece of work for the client, after all that it asked for before. */
    void work(Runnable work) {
        if (!mailbox.put(work)) {
            close(Closing.TOO_SLOW);
        }
    }

    @Override
    public void hear(List<Event> events) {
        var interesting = events.stream().filter(this::concerns).toList();
        if (!interesting.isEmpty()) {
            work(() -> tellIfLive(interesting));
        }
    }

    void follow(Following more) {
        following = following.and(more);
        if (!stagesAwaitSubscription) {
            return;
        }
        stagesAwaitSubscription = false;
        if (live) {
            live = false;
            sources.feed().leave(this);
            catchUp();
        }
    }

    Following following() {
        return following;
    }

    void send(Frames.Frame frame) {
        outbox.put(sources.text(frame));
    }

    void tellUnread() {
        send(new Glance(sources, login).unread());
    }

    /** Asks for a sign of life, unless something is on its way that will show it anyway. */
    void ping() {
        if (outbox.isEmpty()) {
            wire.ping();
        }
    }

    void close(CloseStatus status) {
        if (closed.compareAndSet(false, true)) {
            sources.feed().leave(this);
            mailbox.close();
            outbox.close();
            wire.close(status);
            whenClosed.accept(this);
        }
    }

    private void begin(@Nullable String after) {
        if (sources.log().endedSince(login.checkedAt(), login.userId(), login.sessionId())) {
            close(Closing.LOGIN_OVER);
            return;
        }
        var resumed = after == null ? null : Cursor.parse(after).orElse(null);
        stagesAwaitSubscription = resumed != null;
        cursor = resumed == null ? Cursor.at(login.checkedAt()) : resumed;
        tellUnread();
        if (after != null && resumed == null) {
            send(new Frames.Refused("bad_cursor", "This is no cursor of ours; you hear of what happens from now on."));
        }
        catchUp();
    }

    private void catchUp() {
        if (sources.feed().join(this, stagesAwaitSubscription ? cursor.inbox() : cursor.earliest())) {
            live = true;
            leaveIfClosed();
            return;
        }
        var wanted = stagesAwaitSubscription ? Following.NOTHING : following;
        var missed = sources.log().missed(login.userId(), cursor, wanted, PAGE);
        tell(missed.events());
        reach(missed.reached());
        outbox.whenEmpty(() -> work(this::catchUp));
    }

    /** Another thread may have closed it between its last look and joining. */
    private void leaveIfClosed() {
        if (closed.get()) {
            sources.feed().leave(this);
        }
    }

    private boolean concerns(Event event) {
        return event.is(Event.APPLICATION_STATUS)
                ? following.includes(String.valueOf(event.reference()))
                : event.concerns(login.userId());
    }

    private void tellIfLive(List<Event> events) {
        if (live) {
            tell(events);
        }
    }

    private void tell(List<Event> events) {
        var glance = new Glance(sources, login);
        for (var event : events) {
            switch (event.type()) {
                case Event.APPLICATION_STATUS -> tellStage(event, glance);
                case Event.NOTIFICATION -> tellNotification(event, glance);
                case Event.INBOX_READ -> send(glance.unread());
                default -> {}
            }
        }
    }

    private void tellStage(Event event, Glance glance) {
        if (!event.position().isAfter(cursor.stages())) {
            return;
        }
        reach(event.position());
        if (event.reference() != null && glance.sees(event.reference())) {
            send(Frames.Moved.of(event, cursor));
        }
    }

    private void tellNotification(Event event, Glance glance) {
        if (!event.position().isAfter(cursor.inbox())) {
            return;
        }
        reach(event.position());
        if (event.notification() != null) {
            send(new Frames.Told(cursor, event.notification()));
            send(glance.unread());
        }
    }

    private void reach(Position position) {
        cursor = stagesAwaitSubscription ? cursor.inboxAt(position) : cursor.bothAt(position);
    }

    private void broke(RuntimeException e) {
        LOG.warn("A socket of user {} broke and is closed", login.userId(), e);
        close(Closing.BROKEN);
    }
}
