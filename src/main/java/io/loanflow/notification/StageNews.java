package io.loanflow.notification;

import io.loanflow.identity.Accounts;
import io.loanflow.workflow.StageEntered;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that an application moved, and for whom that is news, in the transaction of the move. */
@Component
class StageNews {

    private final EventLog log;
    private final Inbox inbox;
    private final Parties parties;
    private final Accounts accounts;

    StageNews(EventLog log, Inbox inbox, Parties parties, Accounts accounts) {
        this.log = log;
        this.inbox = inbox;
        this.parties = parties;
        this.accounts = accounts;
    }

    @EventListener
    void on(StageEntered entered) {
        var to = entered.stage();
        if (entered.from() == null) {
            log.append(Event.APPLICATION_STATUS, entered.reference(), null, Map.of("to", to.id()));
            return;
        }
        log.append(Event.APPLICATION_STATUS, entered.reference(), null, Map.of("from", entered.from(), "to", to.id()));
        inbox.tell(concerned(entered), notice(entered));
    }

    private Set<String> concerned(StageEntered entered) {
        var people = new HashSet<>(parties.of(entered.reference()));
        entered.stage().notifyGroups().forEach(group -> people.addAll(accounts.membersOf(group)));
        return people;
    }

    private static Notice notice(StageEntered entered) {
        var stage = entered.stage().name();
        return Notice.aboutApplication(
                Event.APPLICATION_STATUS,
                "Application moved to " + stage,
                "Application " + entered.reference() + " is now in the stage " + stage + ".",
                entered.reference());
    }
}
