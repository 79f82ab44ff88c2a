package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Bdms;
import io.loanflow.platform.Problem;
import io.loanflow.platform.ShortIds;
import io.loanflow.platform.input.InputReader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The first step of every application, whichever door it came through. */
@Component
public class ApplicationIntake {

    private static final int ATTEMPTS = 20;

    private final ApplicationReader reader;
    private final InputReader inputs;
    private final LoanApplications applications;
    private final Parties parties;
    private final Bdms bdms;
    private final CurrentUser currentUser;
    private final Clock clock;

    ApplicationIntake(
            ApplicationReader reader,
            InputReader inputs,
            LoanApplications applications,
            Parties parties,
            Bdms bdms,
            CurrentUser currentUser,
            Clock clock) {
        this.reader = reader;
        this.inputs = inputs;
        this.applications = applications;
        this.parties = parties;
        this.bdms = bdms;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Checks and stores a new application and gives it its reference.
     *
     * @param processInstanceId the instance that it will live in
     * @return the reference, {@code APP-} and eight letters or digits
     * @throws Problem 403 when the person may not create applications, 400 with every violation
     */
    public String submit(JsonNode application, String processInstanceId) {
        var viewer = currentUser.get();
        if (!viewer.in(Editing.ENTERING)) {
            throw Problem.forbidden("Applications are created by brokers, business development, credit and admins.");
        }
        var data = withOwnPeople(reader.read(application, null, viewer), viewer);
        var people = parties.keep(data, null, viewer.userId());
        var now = clock.instant();
        var reference = store(processInstanceId, data, people, viewer.userId());
        var fields = Figures.changed(MissingNode.getInstance(), inputs.write(data));
        applications.recordEdit(reference, viewer.userId(), now, fields, Figures.areAmong(fields));
        return reference;
    }

    private String store(String instance, ApplicationData data, Linked people, String by) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var reference = "APP-" + ShortIds.draw(8);
            if (applications.add(reference, instance, data, people, by, clock.instant())) {
                return reference;
            }
        }
        throw new IllegalStateException("No free reference found in " + ATTEMPTS + " attempts");
    }

    /** Created by a broker's or BDM's user, the broker or BDM is that person. */
    private ApplicationData withOwnPeople(ApplicationData data, Viewer viewer) {
        var broker = isBrokerOnly(viewer) ? reader.ownBroker(viewer) : data.brokerId();
        var bdm = data.bdmId();
        if (viewer.in("bd") && bdm == null) {
            bdm = bdms.ofUser(viewer.userId()).map(own -> (int) own.id()).orElse(null);
        }
        return data.with(broker, bdm);
    }

    /** Somebody who brings loans and does nothing else here: their own broker is the only one that they can name. */
    static boolean isBrokerOnly(Viewer viewer) {
        return viewer.in("broker") && !viewer.in("admin", "credit", "bd");
    }
}
