package io.loanflow.people;

import io.loanflow.identity.AuditTrail;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows whole numbers to those few who may see them, and writes down that it did. */
@Component
public class Revealing {

    private final PartyChanges parties;
    private final AuditTrail audit;

    Revealing(PartyChanges parties, AuditTrail audit) {
        this.parties = parties;
        this.audit = audit;
    }

    /** @throws Problem 404 when it is absent or out of sight, 403 for everybody but admins and accounts */
    @Transactional
    public PartyData reveal(PartyKind kind, long id, Viewer viewer) {
        var party = parties.read(kind, id, viewer);
        if (!viewer.in("admin", "accounts")) {
            throw Problem.forbidden("Whole numbers are for admin and accounts.");
        }
        audit.record("secrets_revealed", kind.word(), String.valueOf(id), Map.of());
        return party.data();
    }
}
