package io.loanflow.notification;

import io.loanflow.identity.GroupsChanged;
import io.loanflow.identity.SessionEnded;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that somebody's log-in ended or their groups changed, so that every node closes their sockets. */
@Component
class AccessNews {

    private final EventLog log;

    AccessNews(EventLog log) {
        this.log = log;
    }

    @EventListener
    void on(SessionEnded ended) {
        log.append(Event.SESSION_ENDED, null, ended.userId(), Map.of("session", ended.sessionId()));
    }

    @EventListener
    void on(GroupsChanged changed) {
        log.append(Event.GROUPS_CHANGED, null, changed.userId(), Map.of());
    }
}
