package io.loanflow.application;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Decisions;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Tasks;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has to be done before the money is paid: the checklist of the table {@code prepareSettlement}, and the conditions. */
@Component
public class Settlement {

    static final String TABLE = "prepareSettlement";

    private static final String CHECKLIST_GATE = "checklistDone";
    private static final String CONDITIONS_GATE = "conditionsMet";

    private final LoanApplications applications;
    private final ApprovalRegister register;
    private final ChecklistTicks ticks;
    private final Decisions decisions;
    private final Visibility visibility;
    private final ApplicationLock lock;
    private final Positions positions;
    private final Tasks tasks;
    private final CurrentUser currentUser;
    private final Clock clock;

    Settlement(
            LoanApplications applications,
            ApprovalRegister register,
            ChecklistTicks ticks,
            Decisions decisions,
            Visibility visibility,
            ApplicationLock lock,
            Positions positions,
            Tasks tasks,
            CurrentUser currentUser,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.ticks = ticks;
        this.decisions = decisions;
        this.visibility = visibility;
        this.lock = lock;
        this.positions = positions;
        this.tasks = tasks;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * One thing to do before settlement.
     *
     * @param required whether funding waits for it
     */
    public record Item(String code, String label, boolean required, boolean done) {}

    /** The checklist as it stands. */
    public List<Item> checklist(String reference) {
        var type = applications
                .find(reference)
                .map(application -> application.data().applicationType())
                .orElse(null);
        var done = ticks.done(reference);
        return rows(type).stream()
                .map(row -> new Item(
                        String.valueOf(row.get("code")),
                        String.valueOf(row.get("label")),
                        Boolean.TRUE.equals(row.get("required")),
                        done.contains(String.valueOf(row.get("code")))))
                .toList();
    }

    /**
     * Ticks an item, or takes the tick back.
     *
     * @throws Problem 404 when there is no such application or item, 409 before an approval and after the funding, 403 when
     *     it is not this person's to say
     */
    @Transactional
    public void tick(String reference, String code, boolean done, Viewer viewer) {
        require(reference, viewer, "bd", "accounts", "admin");
        if (checklist(reference).stream().noneMatch(item -> item.code().equals(code))) {
            throw Problem.notFound("checklist item '" + code + "'");
        }
        requireInFrontOf(CHECKLIST_GATE, reference);
        ticks.set(reference, code, done, viewer.userId(), clock.instant());
        changed(reference);
    }

    /**
     * Records what was ticked in the form of the settlement task; what was not ticked there keeps the state it has.
     *
     * @param entered true or false by item code
     * @return whether every required item is done now
     */
    public boolean tickAll(String reference, Map<String, Object> entered) {
        var by = currentUser.get().userId();
        var ticked = checklist(reference).stream()
                .filter(item -> Boolean.TRUE.equals(entered.get(item.code())) && !item.done())
                .toList();
        ticked.forEach(item -> ticks.set(reference, item.code(), true, by, clock.instant()));
        if (!ticked.isEmpty()) {
            applications.touch(reference, clock.instant());
        }
        return checklist(reference).stream().noneMatch(item -> item.required() && !item.done());
    }

    /**
     * Says that a condition of the newest approval is met, or is not any more.
     *
     * @throws Problem 404 when there is no such application or condition, 409 after the funding, 403 when it is not this
     *     person's to say
     */
    @Transactional
    public void setCondition(String reference, long id, boolean met, Viewer viewer) {
        require(reference, viewer, "bd", "credit", "accounts", "admin");
        if (!register.setCondition(reference, id, met, viewer.userId(), clock.instant())) {
            throw Problem.notFound("condition " + id);
        }
        requireInFrontOf(CONDITIONS_GATE, reference);
        changed(reference);
    }

    private void changed(String reference) {
        applications.touch(reference, clock.instant());
        tasks.briefAnew(reference);
    }

    /** Whoever ticks off prepares the way through that gate: there is an approval, and the gate is not behind it yet. */
    private void requireInFrontOf(String gate, String reference) {
        var position = positions.of(reference);
        var stage = position.stage();
        boolean stillChanging = stage != null && !stage.editableBy().isEmpty();
        boolean atTheGate =
                position.exits().stream().anyMatch(exit -> exit.gates().contains(gate));
        if (register.newest(reference).isEmpty() || !(stillChanging || atTheGate)) {
            throw Problem.conflict(
                    "In stage '" + position.stageId()
                            + "' there is nothing to tick off: that is done between the approval and the funding.",
                    Map.of("stage", position.stageId()));
        }
    }

    private void require(String reference, Viewer caller, String... groups) {
        var viewer = visibility.require(caller, reference);
        if (!viewer.in(groups)) {
            throw Problem.forbidden("Only these groups may do this: " + String.join(", ", groups) + ".");
        }
        lock.acquire(reference);
    }

    private List<Map<String, Object>> rows(@Nullable String applicationType) {
        return decisions.decide(TABLE, Collections.singletonMap("applicationType", applicationType));
    }
}
