package io.loanflow.application;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.people.PartyChanged;
import io.loanflow.people.PartyChanging;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Position;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever stands behind an application is part of it: their data changes where and by whom the application may be changed, and
 * is then assessed anew. How to reach them may change at any time; an application that is over does not mind, but remembers
 * who it was, because it may be reopened.
 */
@Component
class PartyListener {

    private final LoanApplications applications;
    private final ApplicationLock lock;
    private final Positions positions;
    private final LoanOrigination process;
    private final Tasks tasks;
    private final Visibility visibility;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartyListener(
            LoanApplications applications,
            ApplicationLock lock,
            Positions positions,
            LoanOrigination process,
            Tasks tasks,
            Visibility visibility,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.lock = lock;
        this.positions = positions;
        this.process = process;
        this.tasks = tasks;
        this.visibility = visibility;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void changing(PartyChanging event) {
        others(event.change()).forEach(lock::acquire);
        if (!event.change().isContactOnly()) {
            others(event.change()).stream()
                    .map(positions::of)
                    .filter(PartyListener::isOpen)
                    .forEach(this::requireAllowed);
        }
    }

    private void requireAllowed(Position position) {
        var viewer = currentUser.get();
        if (!visibility.maySee(viewer, position.reference())) {
            throw Problem.forbidden(
                    "They take part in an application of somebody else too; whoever works with that one changes them.");
        }
        Editing.require(position, visibility.standing(viewer, position.reference()));
    }

    @EventListener
    void changed(PartyChanged event) {
        others(event).forEach(reference -> {
            applications.touch(reference, clock.instant());
            events.publishEvent(new ApplicationEdited(reference, Set.of(people(event))));
            if (event.touchesFigures()) {
                applications.recordEdit(reference, event.by(), clock.instant(), event.fields(), true);
                process.figuresChanged(reference);
            }
            tasks.briefAnew(reference);
        });
    }

    private static String people(PartyChanged event) {
        return event.kind().word() + (event.isContactOnly() ? "s_contact" : "s");
    }

    /** In one order for everybody, so that two who lock several do not wait for each other. */
    private List<String> others(PartyChanged change) {
        return applications.of(change.kind(), change.id()).stream()
                .filter(reference -> !reference.equals(change.within()))
                .toList();
    }

    private static boolean isOpen(Position position) {
        return position.stage() == null || position.stage().open();
    }
}
