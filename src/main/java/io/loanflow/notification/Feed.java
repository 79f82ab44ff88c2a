package io.loanflow.notification;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** This node's reader of the event log: reads what is new and hands it to everyone who has caught up. */
@Component
public class Feed {

    private static final int BATCH = 500;

    private final EventLog log;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private Position position = Position.START;

    Feed(EventLog log) {
        this.log = log;
    }

    /** From now on; to be called once, before anybody joins. */
    public void open() {
        var head = log.head();
        synchronized (this) {
            position = head;
        }
    }

    /** Hands on all that is new; only one thread calls it. True when rows are held back, so that it pays to look again soon. */
    public boolean pull() {
        EventLog.Batch batch;
        do {
            batch = log.after(here(), BATCH);
            publish(batch.events());
        } while (batch.full());
        return batch.held();
    }

    /** Joins if the subscriber has reached this node's position; otherwise it has more to catch up first. */
    public synchronized boolean join(Subscriber subscriber, Position reached) {
        if (position.isAfter(reached)) {
            return false;
        }
        subscribers.add(subscriber);
        return true;
    }

    /** Joins for what comes next, whatever that is. */
    public void join(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    public void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private synchronized Position here() {
        return position;
    }

    private synchronized void publish(List<Event> events) {
        if (!events.isEmpty()) {
            subscribers.forEach(subscriber -> subscriber.hear(events));
            position = events.get(events.size() - 1).position();
        }
    }
}
