package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
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
            ApplicationEventPublisher events,
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
        this.events = events;
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
        change(reference, before -> MergePatch.apply(before, patch), isPresentVersion, viewer);
    }

    /**
     * Changes an application as JSON.
     *
     * @throws Problem as {@link #patch}
     */
    @Transactional
    public void change(
            String reference, UnaryOperator<JsonNode> change, Predicate<Long> isPresentVersion, Viewer caller) {
        var viewer = visibility.require(caller, reference);
        lock.acquire(reference);
        var present = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        Editing.require(positions.of(reference), viewer);
        if (!isPresentVersion.test(present.version())) {
            throw Problem.preconditionFailed(
                    "The application has changed since you read it; it is now version " + present.version() + ".");
        }
        var known = present.whole();
        var before = inputs.write(known);
        var changed = parties.unmasked(Lines.merged(before, change.apply(before.deepCopy())), present);
        var data = reader.read(changed, present, viewer);
        var fields = Figures.changed(before, inputs.write(data));
        fields.addAll(Parties.withOtherSecrets(known, data));
        if (!fields.isEmpty()) {
            store(present, data, fields, viewer);
        }
    }

    private void store(LoanApplication present, ApplicationData data, Set<String> fields, Viewer viewer) {
        var reference = present.reference();
        var now = clock.instant();
        var people = parties.keep(data, present, viewer.userId());
        boolean figures = Figures.areAmong(fields);
        applications.replace(reference, data, people, now);
        applications.recordEdit(reference, viewer.userId(), now, fields, figures);
        events.publishEvent(new ApplicationEdited(reference, fields));
        if (figures) {
            process.figuresChanged(reference);
        }
        if (fields.contains("broker_id") || fields.contains("bdm_id")) {
            tasks.offerAnew(reference);
        }
        tasks.briefAnew(reference);
    }
}
