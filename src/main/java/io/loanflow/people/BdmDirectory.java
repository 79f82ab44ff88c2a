package io.loanflow.people;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The BDMs as admins keep them; a broker sees those who look after the broker. */
@Component
public class BdmDirectory extends Directory<BdmData> {

    private final Branches branches;
    private final LogIns logIns;
    private final ApplicationEventPublisher events;

    BdmDirectory(Branches branches, LogIns logIns, ApplicationEventPublisher events, DirectoryTools tools) {
        super(
                DirectoryShape.of(
                        "BDM",
                        "bdm",
                        BdmData.class,
                        List.of("name", "email", "phone", "branch_id", "user_id"),
                        List.of("name", "email")),
                List.of("admin"),
                tools);
        this.branches = branches;
        this.logIns = logIns;
        this.events = events;
    }

    @Override
    String sight(Viewer viewer) {
        return Sight.of(
                viewer,
                "t.id in (select l.bdm_id from broker_bdm l join broker b on b.id = l.broker_id"
                        + " where b.user_id = :viewer)");
    }

    @Override
    List<Violation> check(BdmData data, @Nullable Entry<BdmData> present) {
        var violations = new ArrayList<Violation>();
        if (data.branchId() != null) {
            violations.addAll(branches.unknown("/branch_id", List.of(data.branchId())));
        }
        if (isRelinked(data, present)) {
            violations.addAll(logIns.check(data.userId(), "bd"));
        }
        return violations;
    }

    @Override
    void admit(BdmData data, @Nullable Entry<BdmData> present) {
        if (data.userId() != null && isRelinked(data, present)) {
            logIns.requireFree(data.userId());
        }
    }

    @Override
    void stored(long id, BdmData data, @Nullable Entry<BdmData> before) {
        if (isRelinked(data, before) && (before != null || data.userId() != null)) {
            logIns.record("bdm", id, data.userId());
        }
        if (before != null && isRelinked(data, before)) {
            events.publishEvent(new BdmChanged(id));
        }
    }

    private static boolean isRelinked(BdmData data, @Nullable Entry<BdmData> present) {
        return present == null || !Objects.equals(data.userId(), present.data().userId());
    }
}
