package io.loanflow.workflow;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that people send to an application at the engine's doors, under the rules of every other move. */
@Component
public class Messages {

    private final Positions positions;
    private final Transitions transitions;
    private final ApplicationLock lock;
    private final RuntimeService runtime;
    private final SystemRights rights;
    private final CurrentUser currentUser;

    Messages(
            Positions positions,
            Transitions transitions,
            ApplicationLock lock,
            RuntimeService runtime,
            SystemRights rights,
            CurrentUser currentUser) {
        this.positions = positions;
        this.transitions = transitions;
        this.lock = lock;
        this.runtime = runtime;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /**
     * Sends a message that leads into another stage; the others are the system's, whoever asks. The model says who may, and its
     * gates decide, while the engine takes it: its own authorizations would leave messages to admins.
     *
     * @throws Problem 409 when the application does not wait for it, or somebody else has moved it at the same moment; 403 or
     *     422
     */
    @Transactional
    public void send(String reference, String message, Map<String, Object> inputs, Viewer viewer) {
        var met = rights.with(() -> positions.of(reference).stageId());
        lock.acquire(reference);
        rights.with(() -> {
            var position = positions.of(reference);
            var execution = waiting(position, message);
            if (!position.stageId().equals(met) || execution.isEmpty()) {
                throw notNow(reference, message, viewer);
            }
            return currentUser.as(viewer, () -> {
                runtime.messageEventReceived(message, execution.get(), Transitions.transients(inputs));
                return message;
            });
        });
    }

    /** 409: what stage the application is in, and what is open from there. */
    public Problem notNow(String reference, String message, Viewer viewer) {
        var position = rights.with(() -> positions.of(reference));
        var open = rights.with(() -> transitions.open(position, viewer));
        return Problem.conflict(
                "The application is in stage '" + position.stageId() + "' and does not wait for '" + message
                        + "' from people there.",
                Map.of("stage", position.stageId(), "transitions", open));
    }

    private static Optional<String> waiting(Position position, String message) {
        return position.exits().stream()
                .filter(exit -> message.equals(exit.message()))
                .flatMap(exit -> Optional.ofNullable(position.messages().get(exit.activityId())).stream())
                .findFirst();
    }
}
