package io.loanflow.notification;

import java.util.List;

/** Hears of new rows of the event log, in order. Returns at once: nobody waits for a slow one. */
public interface Subscriber {

    void hear(List<Event> events);
}
