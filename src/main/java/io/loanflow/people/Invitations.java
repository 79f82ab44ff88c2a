package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.AuditTrail;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.InputReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links borrowers to their log-ins: only whoever has the mail and is logged in can do it, and only once. */
@Component
public class Invitations {

    private static final Duration LIFE = Duration.ofDays(7);

    private final PartyChanges parties;
    private final StoredParties rows;
    private final StoredInvitations invitations;
    private final InputReader inputs;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;
    private final String base;

    Invitations(
            PartyChanges parties,
            StoredParties rows,
            StoredInvitations invitations,
            InputReader inputs,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock,
            @Value("${loanflow.public-url:http://localhost:8080}") String base) {
        this.parties = parties;
        this.rows = rows;
        this.invitations = invitations;
        this.inputs = inputs;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.base = base;
    }

    /**
     * Where the invitation goes.
     *
     * @param email the borrower's own when left out
     */
    public record Address(@EmailAddress @Nullable String email) {}

    /**
     * Sends a token; those sent before for this borrower are void.
     *
     * @throws Problem 404, 409 when the borrower has a log-in, 403 not this person, 400 no e-mail known
     */
    @Transactional
    public Invitation invite(long borrowerId, JsonNode sent, Viewer viewer) {
        var borrower = parties.read(PartyKind.BORROWER, borrowerId, viewer);
        if (borrower.userId() != null) {
            throw Problem.conflict("This borrower has a log-in already.", Map.of());
        }
        if (!viewer.in("admin", "credit", "bd", "broker")) {
            throw Problem.forbidden("Borrowers are invited by admin, credit, bd and their own broker.");
        }
        var address = inputs.read(sent, Address.class).email();
        var email = address == null ? borrower.data().email() : address;
        if (email == null) {
            throw Problem.badInput("/email", "missing", "No e-mail of this borrower is known; give one.");
        }
        var now = clock.instant();
        var invitation = new Invitation(email, now.plus(LIFE));
        var details = Map.of("email", email);
        audit.record("borrower_invited", PartyKind.BORROWER.word(), String.valueOf(borrowerId), details);
        var token = invitations.draw(borrowerId, invitation, viewer.userId(), now);
        events.publishEvent(new BorrowerInvited(borrowerId, email, base + "/invitation#" + token));
        return invitation;
    }

    /** @throws Problem 404 when the token is unknown, used, void or too old, or the borrower has a log-in: one as the other */
    @Transactional
    public Party accept(String token, Viewer viewer) {
        return invitations
                .use(token, viewer.userId(), clock.instant())
                .filter(borrower -> rows.link(borrower, viewer.userId()))
                .map(borrower -> linked(borrower, viewer))
                .orElseThrow(() -> Problem.notFound("invitation"));
    }

    private Party linked(long borrowerId, Viewer viewer) {
        audit.record("borrower_linked", PartyKind.BORROWER.word(), String.valueOf(borrowerId), Map.of());
        return parties.read(PartyKind.BORROWER, borrowerId, viewer);
    }
}
