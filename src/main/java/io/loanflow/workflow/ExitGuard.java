package io.loanflow.workflow;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a way out of a stage is open: first for whom, then whether every gate on it agrees. */
@Component
public class ExitGuard {

    private static final String ADMIN = "admin";

    private final CurrentUser currentUser;
    private final Visibility visibility;
    private final Map<String, Gate> gates;

    ExitGuard(CurrentUser currentUser, Visibility visibility, Map<String, Gate> gates) {
        this.currentUser = currentUser;
        this.visibility = visibility;
        this.gates = gates;
    }

    /**
     * Called by the engine while a step completes. A step that was offered to somebody and leads nowhere by itself is theirs
     * also when they see nothing else of the application, as a guarantor who signs.
     *
     * @param ways the exits that this completion may lead to
     * @param isCandidate whether the person is one whom the task was offered to
     * @throws Problem 404, 403 or 422 in that order
     */
    public void pass(String reference, List<Exit> ways, Map<String, Object> inputs, Supplier<Boolean> isCandidate) {
        var caller = currentUser.find().orElse(null);
        @Nullable Viewer viewer = null;
        if (caller != null) {
            boolean theirs = ways.isEmpty() && isCandidate.get();
            viewer = theirs ? visibility.standing(caller, reference) : visibility.require(caller, reference);
            requireRight(viewer, ways, isCandidate);
        }
        var reasons = reasonsAgainst(ways, new GateRequest(reference, viewer, inputs));
        if (!reasons.isEmpty()) {
            throw Problem.gateClosed(reasons);
        }
    }

    /** Whether the model lets this person take the exit; gates are another matter. */
    boolean mayTake(Viewer viewer, Exit exit, Supplier<Boolean> isCandidate) {
        if (exit.isForTheSystem()) {
            return false;
        }
        var who = exit.who();
        return who == null ? viewer.in(ADMIN) || isCandidate.get() : viewer.in(who.toArray(String[]::new));
    }

    /** Every reason against, a missing explanation included. */
    List<Violation> reasonsAgainst(List<Exit> ways, GateRequest request) {
        var reasons = new ArrayList<Violation>();
        if (request.by() != null
                && ways.stream().anyMatch(Exit::needsReason)
                && request.text(Inputs.REASON).isEmpty()) {
            reasons.add(new Violation("/reason", "reason_needed", "Say why: a reason is needed for this transition."));
        }
        gatesOf(ways).forEach(gate -> reasons.addAll(gate(gate).reasonsAgainst(request)));
        return reasons;
    }

    private void requireRight(Viewer viewer, List<Exit> ways, Supplier<Boolean> isCandidate) {
        boolean allowed = ways.isEmpty()
                ? viewer.in(ADMIN) || isCandidate.get()
                : ways.stream().anyMatch(exit -> mayTake(viewer, exit, isCandidate));
        if (!allowed) {
            throw Problem.forbidden(whoMay(ways));
        }
    }

    static String whoMay(List<Exit> ways) {
        var groups = new LinkedHashSet<String>();
        ways.forEach(exit -> groups.addAll(exit.who() == null ? Set.of() : exit.who()));
        return groups.isEmpty()
                ? "This step is for the people whom the task was offered to."
                : "Only these groups may do this: " + String.join(", ", groups) + ".";
    }

    private static Set<String> gatesOf(List<Exit> ways) {
        var names = new LinkedHashSet<String>();
        ways.forEach(exit -> names.addAll(exit.gates()));
        return names;
    }

    private Gate gate(String name) {
        @Nullable Gate gate = gates.get(name);
        if (gate == null) {
            throw new IllegalStateException("The model names the gate '" + name + "', known are " + gates.keySet());
        }
        return gate;
    }
}
