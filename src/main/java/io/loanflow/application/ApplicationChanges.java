package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.people.Party;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Position;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what was entered of an application, where and by whom the model allows it. */
@Component
public class ApplicationChanges {

    private final LoanApplications applications;
    private final ApplicationReader reader;
    private final Parties parties;
    private final InputReader inputs;
    private final Visibility visibility;
    private final ApplicationLock lock;
    private final Positions positions;
    private final Tasks tasks;
    private final LoanOrigination process;
    private final Clock clock;

    ApplicationChanges(
            LoanApplications applications,
            ApplicationReader reader,
            Parties parties,
            InputReader inputs,
            Visibility visibility,
            ApplicationLock lock,
            Positions positions,
            Tasks tasks,
            LoanOrigination process,
            Clock clock) {
        this.applications = applications;
        this.reader = reader;
        this.parties = parties;
        this.inputs = inputs;
        this.visibility = visibility;
        this.lock = lock;
        this.positions = positions;
        this.tasks = tasks;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Applies a JSON merge patch (RFC 7396).
     *
     * @param isPresentVersion whether the caller knows the version that is stored now
     * @throws Problem 404, 409 not in this stage, 403 not this person, 412 another version, 400 with every violation
     */
    @Transactional
    public void patch(String reference, JsonNode patch, Predicate<Long> isPresentVersion, Viewer viewer) {
        visibility.require(viewer, reference);
        lock.acquire(reference);
        var present = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        requireEditable(positions.of(reference), viewer);
        if (!isPresentVersion.test(present.version())) {
            throw Problem.preconditionFailed(
                    "The application has changed since you read it; it is now version " + present.version() + ".");
        }
        var known = withIds(present);
        var before = inputs.write(known);
        var merged = parties.unmasked(MergePatch.apply(before, patch), present.borrowers());
        var data = reader.read(merged, present, viewer);
        requireOwnPeople(present, data, viewer);
        var fields = Figures.changed(before, inputs.write(data));
        if (!Parties.haveSameSecrets(known.borrowersOrNone(), data.borrowersOrNone())) {
            fields.add("borrowers");
        }
        if (!fields.isEmpty()) {
            store(present, data, fields, viewer);
        }
    }

    private void store(LoanApplication present, ApplicationData data, Set<String> fields, Viewer viewer) {
        var reference = present.reference();
        var now = clock.instant();
        var borrowers = fields.contains("borrowers")
                ? parties.keep(data.borrowersOrNone(), present.borrowers(), viewer.userId())
                : present.borrowers().stream().map(Party::id).toList();
        boolean figures = Figures.areAmong(fields);
        applications.replace(reference, data, borrowers, now);
        applications.recordEdit(reference, viewer.userId(), now, fields, figures);
        if (figures) {
            process.figuresChanged(reference);
        }
        if (fields.contains("broker_id") || fields.contains("bdm_id")) {
            tasks.offerAnew(reference);
        }
        tasks.briefAnew(reference);
    }

    private static void requireEditable(Position position, Viewer viewer) {
        var stage = position.stage();
        if (stage == null || stage.editableBy().isEmpty()) {
            throw Problem.conflict(
                    "In stage '" + position.stageId() + "' an application can no longer be changed.",
                    Map.of("stage", position.stageId()));
        }
        if (!viewer.in(stage.editableBy().toArray(String[]::new))) {
            throw Problem.forbidden("In stage '" + stage.id() + "' only these groups change an application: "
                    + String.join(", ", stage.editableBy()) + ".");
        }
    }

    private static void requireOwnPeople(LoanApplication present, ApplicationData data, Viewer viewer) {
        if (ApplicationIntake.isBrokerOnly(viewer)
                && !java.util.Objects.equals(present.data().brokerId(), data.brokerId())) {
            throw Problem.badInput("/broker_id", "not_yours", "A broker can name no other broker.");
        }
    }

    private static ApplicationData withIds(LoanApplication present) {
        var data = present.data();
        var borrowers = present.borrowers().stream().map(Party::data).toList();
        return data.with(data.brokerId(), data.bdmId(), borrowers);
    }
}
