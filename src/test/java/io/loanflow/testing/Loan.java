package io.loanflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.application.ApplicationChanges;
import io.loanflow.application.TransitionRequest;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.OpenTask;
import io.loanflow.workflow.Transition;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** One application under test, moved by people of the team through the real engine. */
public final class Loan {

    private static final JsonMapper JSON = new JsonMapper();

    private final Lending lending;
    private final String reference;

    Loan(Lending lending, String reference) {
        this.lending = lending;
        this.reference = reference;
    }

    public String reference() {
        return reference;
    }

    public String stage() {
        return lending.positions().of(reference).stageId();
    }

    public Loan isIn(String stage) {
        assertThat(stage()).isEqualTo(stage);
        return this;
    }

    public Loan waitsAt(String... steps) {
        assertThat(lending.positions().of(reference).tasks())
                .extracting(OpenTask::key)
                .containsExactlyInAnyOrder(steps);
        return this;
    }

    public Loan movedBy(String group, String to) {
        return movedBy(group, to, null);
    }

    /** Whatever has to be signed is signed first, where it is the signatures that the way waits for. */
    public Loan movedBy(String group, String to, @Nullable String reason) {
        if (to.equals("settlement") && stage().equals("approved")) {
            new Signatures(lending, reference).give();
            await().until(this::documentsAreMade);
        }
        return moved(group, new TransitionRequest(to, reason, null, null));
    }

    private boolean documentsAreMade() {
        return !stage().equals("approved")
                || lending.positions().of(reference).exits().stream()
                        .anyMatch(exit -> exit.to().id().equals("settlement"));
    }

    public Loan approvedOn(String terms, @Nullable String overrideReason) {
        return moved("credit", new TransitionRequest("approved", null, json(terms), overrideReason));
    }

    public Loan moved(String group, TransitionRequest request) {
        var viewer = lending.team.member(group);
        lending.users().as(viewer, () -> {
            lending.bean(Visibility.class).require(viewer, reference);
            lending.moves().move(reference, request, version -> true, viewer);
            return reference;
        });
        return this;
    }

    /** The refusal that this move meets; the loan stays where it is. */
    public Problem refuses(String group, String to, @Nullable String reason) {
        return refuses(group, new TransitionRequest(to, reason, null, null));
    }

    public Problem refuses(String group, TransitionRequest request) {
        var before = stage();
        var problem = catchThrowableOfType(Problem.class, () -> moved(group, request));
        assertThat(problem).as("the refusal").isNotNull();
        assertThat(stage()).isEqualTo(before);
        return problem;
    }

    /**
     * Goes to a stage by the shortest way of user transitions, whatever stages an analyst has put in between; what the
     * gates on the way ask for is done first.
     */
    public Loan reaches(String stage) {
        var way = new WayThroughStages(lending).between(stage(), stage);
        way.forEach(this::goesTo);
        return isIn(stage);
    }

    private void goesTo(String stage) {
        if (!isMovedTo(stage)
                && !isMovedBySignatures(stage)
                && !isMovedByPayments(stage)
                && !finishChecklist().isMovedTo(stage)) {
            throw new AssertionError("Nobody can move " + reference + " from " + stage() + " to " + stage);
        }
    }

    private boolean isMovedBySignatures(String stage) {
        if (stage().equals("approved")) {
            new Signatures(lending, reference).give();
        }
        return stage().equals(stage);
    }

    private boolean isMovedByPayments(String stage) {
        if (stage().equals("funded")) {
            new Servicing(lending, this).paysOut();
        }
        return stage().equals(stage);
    }

    private boolean isMovedTo(String stage) {
        for (var group : List.of("broker", "credit", "bd", "accounts", "admin")) {
            if (transitions(group).stream().anyMatch(one -> one.to().equals(stage) && one.allowed())) {
                movedBy(group, stage, "on the way");
                return true;
            }
        }
        return false;
    }

    public List<Transition> transitions(String group) {
        return lending.transitions().open(lending.positions().of(reference), lending.team.member(group));
    }

    public Loan finishChecklist() {
        var accounts = lending.team.member("admin");
        lending.settlement().checklist(reference).stream()
                .filter(item -> !item.done())
                .forEach(item -> lending.settlement().tick(reference, item.code(), true, accounts));
        return this;
    }

    public OpenTask task(String step) {
        return lending.positions().of(reference).tasks().stream()
                .filter(task -> task.key().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " does not wait at " + step));
    }

    public Loan completes(String group, String step, Map<String, Object> fields) {
        var viewer = lending.team.member(group);
        lending.users().as(viewer, () -> {
            lending.tasks().complete(viewer, task(step).id(), new HashMap<>(fields));
            return reference;
        });
        return this;
    }

    public Problem refusesCompletion(String group, String step, Map<String, Object> fields) {
        var before = stage();
        var problem = catchThrowableOfType(Problem.class, () -> completes(group, step, fields));
        assertThat(problem).as("the refusal").isNotNull();
        assertThat(stage()).isEqualTo(before);
        return problem;
    }

    public Map<String, Object> shownAt(String step) {
        return lending.tasks().shown(task(step));
    }

    public Loan patched(String group, String patch) {
        var viewer = lending.team.member(group);
        lending.users().as(viewer, () -> {
            lending.bean(ApplicationChanges.class).patch(reference, json(patch), version -> true, viewer);
            return reference;
        });
        return this;
    }

    /** When the timer of that event is due. */
    public Date timerOf(String event) {
        return job(event).getDuedate();
    }

    /** Fires the timer as the engine would: nobody is logged in, and what was overtaken by another job is done again. */
    public Loan timerFires(String event) {
        await().ignoreExceptionsInstanceOf(OptimisticLockingException.class).until(() -> {
            lending.management().executeJob(job(event).getId());
            return true;
        });
        return this;
    }

    private Job job(String event) {
        var instance = lending.jdbc()
                .sql("select process_instance_id from application where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
        var jobs = lending.management()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .activityId(event)
                .list();
        assertThat(jobs).as("timers of " + event).hasSize(1);
        return jobs.get(0);
    }

    /** The stages it went through, as the history has them. */
    public List<String> history() {
        return lending.jdbc()
                .sql("select to_stage from stage_history where reference = ? order by id")
                .param(reference)
                .query(String.class)
                .list();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
