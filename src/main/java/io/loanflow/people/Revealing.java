package io.loanflow.people;

import io.loanflow.identity.AuditTrail;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows whole numbers to those few who may see them, and writes down that it did. */
@Component
public class Revealing {

    private final PartyChanges parties;
    private final BrokerDirectory brokers;
    private final CommissionAccounts accounts;
    private final AuditTrail audit;

    Revealing(PartyChanges parties, BrokerDirectory brokers, CommissionAccounts accounts, AuditTrail audit) {
        this.parties = parties;
        this.brokers = brokers;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @throws Problem 404 when it is absent or out of sight, 403 for everybody but admins and accounts */
    @Transactional
    public PartyData reveal(PartyKind kind, long id, Viewer viewer) {
        var party = parties.read(kind, id, viewer);
        require(viewer);
        record(kind.word(), id);
        return party.data();
    }

    /**
     * Where a broker's commission is paid to.
     *
     * @throws Problem 404 when the broker is absent, out of sight or has no account, 403 for everybody but admins and
     *     accounts
     */
    @Transactional
    public CommissionAccount commission(long brokerId, Viewer viewer) {
        brokers.require(viewer, brokerId);
        require(viewer);
        var account = Optional.ofNullable(accounts.of(List.of(brokerId)).get(brokerId))
                .orElseThrow(() -> Problem.of(404, "Not found", "No commission account of this broker is known."));
        record("broker", brokerId);
        return account;
    }

    private static void require(Viewer viewer) {
        if (!viewer.in("admin", "accounts")) {
            throw Problem.forbidden("Whole numbers are for admin and accounts.");
        }
    }

    private void record(String subject, long id) {
        audit.record("secrets_revealed", subject, String.valueOf(id), Map.of());
    }
}
