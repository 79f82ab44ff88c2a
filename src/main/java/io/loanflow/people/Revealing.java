package io.loanflow.people;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows whole numbers to those few who may see them, and tells that it did. */
@Component
public class Revealing {

    private final PartyChanges parties;
    private final ApplicationEventPublisher events;

    Revealing(PartyChanges parties, ApplicationEventPublisher events) {
        this.parties = parties;
        this.events = events;
    }

    /** @throws Problem 404 when it is absent or out of sight, 403 for everybody but admins and accounts */
    @Transactional
    public PartyData reveal(PartyKind kind, long id, Viewer viewer) {
        var party = parties.read(kind, id, viewer);
        if (!viewer.in("admin", "accounts")) {
            throw Problem.forbidden("Whole numbers are for admin and accounts.");
        }
        events.publishEvent(new SecretsRevealed(kind.word(), id, viewer.userId()));
        return party.data();
    }
}
