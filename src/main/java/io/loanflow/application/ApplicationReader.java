package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Bdms;
import io.loanflow.people.Branches;
import io.loanflow.people.Brokers;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was entered of an application and finds everything that is wrong with it. */
@Component
class ApplicationReader {

    private final InputReader inputs;
    private final LoanLimits limits;
    private final Parties parties;
    private final Brokers brokers;
    private final Bdms bdms;
    private final Branches branches;
    private final Clock clock;

    ApplicationReader(
            InputReader inputs,
            LoanLimits limits,
            Parties parties,
            Brokers brokers,
            Bdms bdms,
            Branches branches,
            Clock clock) {
        this.inputs = inputs;
        this.limits = limits;
        this.parties = parties;
        this.brokers = brokers;
        this.bdms = bdms;
        this.branches = branches;
        this.clock = clock;
    }

    /**
     * @param existing the application as it is stored, null for a new one
     * @throws Problem 400 with every violation
     */
    ApplicationData read(JsonNode tree, @Nullable LoanApplication existing, Viewer viewer) {
        var reading = inputs.tryRead(tree, ApplicationData.class);
        var violations = new ArrayList<>(reading.violations());
        var data = reading.value();
        if (tree.has("stage")) {
            violations.removeIf(violation -> violation.pointer().equals("/stage"));
            violations.add(new Violation(
                    "/stage", "not_settable", "The stage cannot be set here; ask for a transition instead."));
        }
        if (data != null) {
            check(data, existing, viewer, violations);
        }
        if (data == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return data.numbered();
    }

    private void check(
            ApplicationData data, @Nullable LoanApplication existing, Viewer viewer, List<Violation> violations) {
        violations.addAll(limits.check("", data.loanAmount(), data.loanTerm(), data.interestRate(), data.product()));
        var created = existing == null ? LocalDate.now(clock) : existing.createdOn(clock.getZone());
        var settlement = data.estimatedSettlementDate();
        if (settlement != null && settlement.isBefore(created)) {
            violations.add(new Violation(
                    "/estimated_settlement_date", "too_early", "Settlement cannot be before the application."));
        }
        checkBroker(data.brokerId(), existing, viewer, violations);
        if (data.bdmId() != null && bdms.find(data.bdmId()).isEmpty()) {
            violations.add(new Violation("/bdm_id", "unknown", "There is no BDM " + data.bdmId() + "."));
        }
        if (data.branchId() != null && branches.names(Set.of(data.branchId())).isEmpty()) {
            violations.add(new Violation("/branch_id", "unknown", "There is no branch " + data.branchId() + "."));
        }
        violations.addAll(parties.check(data, existing, viewer));
        var before = existing == null ? null : existing.data();
        violations.addAll(Numbers.check(
                "/securities",
                data.securitiesOrNone(),
                before == null ? List.of() : before.securitiesOrNone(),
                SecurityData::id));
        violations.addAll(Numbers.check(
                "/fund_uses",
                data.fundUsesOrNone(),
                before == null ? List.of() : before.fundUsesOrNone(),
                FundUse::id));
    }

    /** A broker hears the same of a broker who is there and of one who is not. */
    private void checkBroker(
            @Nullable Integer named, @Nullable LoanApplication existing, Viewer viewer, List<Violation> violations) {
        if (!ApplicationIntake.isBrokerOnly(viewer)) {
            if (named != null && brokers.find(named).isEmpty()) {
                violations.add(new Violation("/broker_id", "unknown", "There is no broker " + named + "."));
            }
            return;
        }
        var own = existing == null ? ownBroker(viewer) : existing.data().brokerId();
        if (existing == null && own == null) {
            violations.add(new Violation(
                    "/broker_id", "no_broker", "Your log-in is not linked to a broker yet; ask an admin to link it."));
        } else if (existing == null ? named != null && !named.equals(own) : !Objects.equals(named, own)) {
            violations.add(new Violation("/broker_id", "not_yours", "A broker can name no other broker."));
        }
    }

    /** The broker whose log-in it is, null when it is nobody's. */
    @Nullable
    Integer ownBroker(Viewer viewer) {
        return brokers.ofUser(viewer.userId()).map(own -> (int) own.id()).orElse(null);
    }
}
