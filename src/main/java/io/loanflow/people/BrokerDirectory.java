package io.loanflow.people;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The brokers as admins keep them; a broker sees themselves. */
@Component
public class BrokerDirectory extends Directory<BrokerData> {

    private static final DirectoryShape<BrokerData> SHAPE = new DirectoryShape<>(
            "broker",
            "broker",
            BrokerData.class,
            List.of("first_name", "last_name", "company", "email", "phone", "branch_id", "user_id"),
            List.of("last_name", "first_name"),
            List.of("first_name", "last_name", "company", "email"),
            Map.of(
                    "bdm_ids",
                    "(select coalesce(jsonb_agg(l.bdm_id order by l.bdm_id), '[]') from broker_bdm l"
                            + " where l.broker_id = t.id)"),
            Map.of("bdm_id", "exists (select 1 from broker_bdm l where l.broker_id = t.id and l.bdm_id = :bdm_id)"));

    private final Branches branches;
    private final BdmDirectory bdms;
    private final Brokers brokers;
    private final LogIns logIns;
    private final ApplicationEventPublisher events;

    BrokerDirectory(
            Branches branches,
            BdmDirectory bdms,
            Brokers brokers,
            LogIns logIns,
            ApplicationEventPublisher events,
            DirectoryTools tools) {
        super(SHAPE, List.of("admin"), tools);
        this.branches = branches;
        this.bdms = bdms;
        this.brokers = brokers;
        this.logIns = logIns;
        this.events = events;
    }

    @Override
    String sight(Viewer viewer) {
        return Sight.of(viewer, "t.user_id = :viewer");
    }

    @Override
    List<Violation> check(BrokerData data, @Nullable Entry<BrokerData> present) {
        var violations = new ArrayList<Violation>();
        if (data.branchId() != null) {
            violations.addAll(branches.unknown("/branch_id", List.of(data.branchId())));
        }
        violations.addAll(bdms.unknown("/bdm_ids/*", data.bdmIds()));
        if (isRelinked(data, present)) {
            violations.addAll(logIns.check(data.userId(), "broker"));
        }
        return violations;
    }

    @Override
    void admit(BrokerData data, @Nullable Entry<BrokerData> present) {
        if (data.userId() != null && isRelinked(data, present)) {
            logIns.requireFree(data.userId());
        }
    }

    @Override
    void stored(long id, BrokerData data, @Nullable Entry<BrokerData> before) {
        boolean others = before == null
                || !new HashSet<>(data.bdmIds())
                        .equals(new HashSet<>(before.data().bdmIds()));
        if (others) {
            brokers.assignOnly(id, data.bdmIds());
        }
        if (isRelinked(data, before) && (before != null || data.userId() != null)) {
            logIns.record("broker", id, data.userId());
        }
        if (before != null && (others || isRelinked(data, before))) {
            events.publishEvent(new BrokerChanged(id));
        }
    }

    private static boolean isRelinked(BrokerData data, @Nullable Entry<BrokerData> present) {
        return present == null || !Objects.equals(data.userId(), present.data().userId());
    }
}
