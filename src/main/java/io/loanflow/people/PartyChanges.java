package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.PartyVisibility;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entering, changing and deleting borrowers and guarantors on their own. */
@Component
public class PartyChanges {

    private final PartyRegister register;
    private final StoredParties rows;
    private final PartyVisibility visibility;
    private final InputReader inputs;

    PartyChanges(PartyRegister register, StoredParties rows, PartyVisibility visibility, InputReader inputs) {
        this.register = register;
        this.rows = rows;
        this.visibility = visibility;
        this.inputs = inputs;
    }

    /**
     * Enters a new one.
     *
     * @throws Problem 403 not this person, 400 with every violation
     */
    @Transactional
    public Party enter(PartyKind kind, JsonNode sent, Viewer viewer) {
        Editors.require(viewer);
        var data = read(kind, sent, null);
        return register.find(kind, register.add(kind, data, null, viewer.userId()))
                .orElseThrow();
    }

    /** @throws Problem 404 when it is absent or out of sight */
    public Party read(PartyKind kind, long id, Viewer viewer) {
        visibility.require(viewer, kind.word(), id);
        return register.find(kind, id).orElseThrow(() -> Problem.notFound(kind.word()));
    }

    /**
     * Applies a JSON merge patch (RFC 7396).
     *
     * @param isPresentVersion whether the caller knows the version that is stored now
     * @throws Problem 404, 403 not this person, 412 another version, 400 with every violation, or what a listener objects
     */
    @Transactional
    public Party patch(PartyKind kind, long id, JsonNode patch, Predicate<Long> isPresentVersion, Viewer viewer) {
        var present = read(kind, id, viewer);
        requireEditor(kind, id, viewer);
        requireVersion(present, isPresentVersion);
        var merged = MergePatch.apply(inputs.write(present.data()), patch);
        register.replace(present, read(kind, register.unmasked(merged, present), (int) id), viewer.userId());
        return register.find(kind, id).orElseThrow();
    }

    /** @throws Problem 404, 409 while it takes part in an application, 403 not this person, 412 another version */
    @Transactional
    public void delete(PartyKind kind, long id, Predicate<Long> isPresentVersion, Viewer viewer) {
        var present = read(kind, id, viewer);
        if (rows.isInUse(kind, id)) {
            throw inUse(kind);
        }
        requireEditor(kind, id, viewer);
        requireVersion(present, isPresentVersion);
        if (!rows.delete(kind, id)) {
            throw inUse(kind);
        }
    }

    /** @throws Problem 404 when it is absent or out of sight, 403 not this person, as they stand to it */
    void requireEditor(PartyKind kind, long id, Viewer viewer) {
        Editors.require(visibility.require(viewer, kind.word(), id));
    }

    void remember(PartyChanged change) {
        register.remember(change);
    }

    private static Problem inUse(PartyKind kind) {
        return Problem.conflict(
                "This " + kind.word() + " takes part in an application; take it out there first.", Map.of());
    }

    private static void requireVersion(Party present, Predicate<Long> isPresentVersion) {
        if (!isPresentVersion.test(present.version())) {
            throw Problem.preconditionFailed("The " + present.kind().word()
                    + " has changed since you read it; it is now version " + present.version() + ".");
        }
    }

    private PartyData read(PartyKind kind, JsonNode tree, @Nullable Integer id) {
        var reading = inputs.tryRead(tree, PartyData.class);
        var violations = new ArrayList<>(reading.violations());
        var data = reading.value();
        if (data != null) {
            violations.addAll(register.check(kind, data));
            if (!Objects.equals(data.id(), id)) {
                violations.add(new Violation("/id", "not_settable", "The id is given by the system."));
            }
        }
        if (data == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return data;
    }
}
