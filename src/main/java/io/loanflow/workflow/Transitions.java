package io.loanflow.workflow;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves between stages: which there are now, and making one. What is allowed is asked of the engine and the model. */
@Component
public class Transitions {

    private static final String OUTSTANDING = "work_outstanding";

    private final Positions positions;
    private final ExitGuard guard;
    private final ApplicationLock lock;
    private final TaskService tasks;
    private final RuntimeService runtime;

    Transitions(Positions positions, ExitGuard guard, ApplicationLock lock, TaskService tasks, RuntimeService runtime) {
        this.positions = positions;
        this.guard = guard;
        this.lock = lock;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Every stage that the model lets the application go to now, and what stands against it for this person. */
    public List<Transition> open(Position position, Viewer viewer) {
        var byStage = new LinkedHashMap<String, Transition>();
        position.exits().stream()
                .filter(exit -> !exit.isForTheSystem())
                .map(exit -> seenBy(viewer, position, exit))
                .forEach(transition -> byStage.merge(transition.to(), transition, Transitions::theEasier));
        position.laterExits().stream()
                .filter(exit -> !exit.isForTheSystem())
                .map(exit -> seenBy(viewer, position, exit))
                .forEach(transition -> byStage.putIfAbsent(transition.to(), transition));
        return List.copyOf(byStage.values());
    }

    /**
     * Moves the application into another stage; asking for the present one changes nothing. The caller has made sure that
     * the person may see the application.
     *
     * @param inputs what goes with the decision, by the names of the form or contract
     * @throws Problem 409 not from this stage, 403 not this person, 422 gate closed: in this order
     */
    @Transactional
    public void request(String reference, String to, Map<String, Object> inputs, Viewer viewer) {
        lock.acquire(reference);
        var position = positions.of(reference);
        if (position.stageId().equals(to)) {
            return;
        }
        take(exitFor(viewer, position, to), position, inputs);
        if (!to.equals(EnteredStages.last(reference))) {
            throw notFromHere(
                    positions.of(reference),
                    to,
                    viewer,
                    "the step is not enough for it: other work of this stage is still open");
        }
    }

    /**
     * For whoever asked for a move while somebody else changed or moved the application: what they looked at is no more.
     *
     * @throws Problem 409 unless the application is where they want it
     */
    public void refuseOvertaken(String reference, String to, Viewer viewer) {
        var position = positions.of(reference);
        if (!position.stageId().equals(to)) {
            throw notNow(
                    position,
                    to,
                    viewer,
                    "Somebody else has changed the application at the same moment; it is in stage '"
                            + position.stageId() + "' and was not moved to '" + to
                            + "'. Read it again before you repeat this.");
        }
    }

    private Exit exitFor(Viewer viewer, Position position, String to) {
        var exits = position.exitsTo(to).stream()
                .filter(exit -> !exit.isForTheSystem())
                .toList();
        if (exits.isEmpty() && !position.laterExitsTo(to).isEmpty()) {
            throw notYet(viewer, position, position.laterExitsTo(to));
        }
        if (exits.isEmpty()) {
            throw notFromHere(position, to, viewer, "the process has no such transition");
        }
        return exits.stream()
                .filter(exit -> mayTake(viewer, position, exit))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden(ExitGuard.whoMay(exits)));
    }

    private void take(Exit exit, Position position, Map<String, Object> inputs) {
        var variables = transients(inputs);
        if (exit.message() == null) {
            if (exit.decision() != null) {
                variables.putValueTyped(Inputs.DECISION, Variables.stringValue(exit.decision(), true));
            }
            tasks.complete(position.taskOf(exit).orElseThrow().id(), variables);
        } else {
            runtime.messageEventReceived(exit.message(), position.messages().get(exit.activityId()), variables);
        }
    }

    private Transition seenBy(Viewer viewer, Position position, Exit exit) {
        if (!mayTake(viewer, position, exit)) {
            var notYours = new Violation("/to", "not_this_person", ExitGuard.whoMay(List.of(exit)));
            return new Transition(exit.to().id(), exit.to().name(), false, exit.needsReason(), List.of(notYours));
        }
        var reasons = reasonsAgainst(exit, position, viewer);
        return new Transition(exit.to().id(), exit.to().name(), reasons.isEmpty(), exit.needsReason(), reasons);
    }

    private List<Violation> reasonsAgainst(Exit exit, Position position, Viewer viewer) {
        var reasons = new ArrayList<Violation>();
        if (position.laterExits().contains(exit)) {
            reasons.add(new Violation("", OUTSTANDING, firstToDo(position)));
        }
        reasons.addAll(guard.reasonsAgainst(
                List.of(exit),
                new GateRequest(position.reference(), viewer, Map.of(Inputs.REASON, "given with the request"))));
        return reasons;
    }

    private static String firstToDo(Position position) {
        var open = position.tasks().stream().map(OpenTask::name).toList();
        return open.isEmpty()
                ? "The stage has not come that far yet."
                : "First to be completed in this stage: " + String.join(", ", open) + ".";
    }

    /** The model has the way, from a step of this stage that is still ahead. */
    private Problem notYet(Viewer viewer, Position position, List<Exit> later) {
        return later.stream()
                .filter(exit -> mayTake(viewer, position, exit))
                .findFirst()
                .map(exit -> Problem.gateClosed(reasonsAgainst(exit, position, viewer)))
                .orElseGet(() -> Problem.forbidden(ExitGuard.whoMay(later)));
    }

    private boolean mayTake(Viewer viewer, Position position, Exit exit) {
        return guard.mayTake(
                viewer,
                exit,
                () -> position.taskOf(exit).map(task -> task.isFor(viewer)).orElse(false));
    }

    private static Transition theEasier(Transition one, Transition other) {
        return !one.allowed() && other.allowed() ? other : one;
    }

    private Problem notFromHere(Position position, String to, Viewer viewer, String why) {
        return notNow(
                position,
                to,
                viewer,
                "The application is in stage '" + position.stageId() + "' and cannot go to '" + to + "': " + why + ".");
    }

    private Problem notNow(Position position, String to, Viewer viewer, String what) {
        var open = open(position, viewer).stream()
                .filter(transition -> transition.blockedBy().stream()
                        .noneMatch(violation -> violation.code().equals("not_this_person")))
                .toList();
        var names = open.stream()
                .filter(transition -> transition.blockedBy().stream()
                        .noneMatch(violation -> violation.code().equals(OUTSTANDING)))
                .map(Transition::to)
                .toList();
        var detail = what + " Open to you from here: " + (names.isEmpty() ? "nothing" : String.join(", ", names)) + ".";
        return Problem.conflict(
                detail, Map.of("stage", position.stageId(), "requested_stage", to, "transitions", open));
    }

    static VariableMap transients(Map<String, Object> inputs) {
        var variables = Variables.createVariables();
        inputs.forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
        return variables;
    }
}
