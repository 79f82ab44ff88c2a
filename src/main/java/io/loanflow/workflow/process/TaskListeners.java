package io.loanflow.workflow.process;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.workflow.Participants;
import io.loanflow.workflow.Steps;
import io.loanflow.workflow.TaskBriefing;
import io.loanflow.workflow.Tasks;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Offers a new user task to the right people, tells them what they have to know, and guards its completion. */
@Component
class TaskListeners implements TaskListener {

    private static final String ADMIN = "admin";

    private final Steps steps;
    private final CurrentUser currentUser;
    private final Participants participants;
    private final TaskBriefing briefing;

    TaskListeners(Steps steps, CurrentUser currentUser, Participants participants, TaskBriefing briefing) {
        this.steps = steps;
        this.currentUser = currentUser;
        this.participants = participants;
        this.briefing = briefing;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            offer(task);
            brief(task);
        } else {
            complete(task);
        }
    }

    private void offer(DelegateTask task) {
        task.addCandidateGroup(ADMIN);
        if (task.getAssignee() != null) {
            task.addCandidateUser(task.getAssignee());
        }
        var roles = steps.rolesOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        if (!roles.isEmpty()) {
            task.addCandidateUsers(participants.users(reference(task), roles));
        }
    }

    private void brief(DelegateTask task) {
        task.setVariablesLocal(
                briefing.of(reference(task), task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    private void complete(DelegateTask task) {
        if (task.getExecution() == null) {
            throw Tasks.overtaken();
        }
        var names = steps.inputsOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var inputs = TransientInputs.of(task.getExecution(), names);
        steps.completing(
                reference(task),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                inputs,
                () -> isOfferedToCaller(task));
    }

    private boolean isOfferedToCaller(DelegateTask task) {
        boolean offered =
                currentUser.find().filter(viewer -> isOfferedTo(task, viewer)).isPresent();
        if (!offered && isGone(task)) {
            throw Tasks.overtaken();
        }
        return offered;
    }

    /** Whoever waited for the application's lock may find that its holder has finished the task. */
    private static boolean isGone(DelegateTask task) {
        var tasks = task.getProcessEngineServices().getTaskService();
        return tasks.createTaskQuery().taskId(task.getId()).count() == 0;
    }

    private static boolean isOfferedTo(DelegateTask task, Viewer viewer) {
        return viewer.userId().equals(task.getAssignee())
                || task.getCandidates().stream().anyMatch(link -> names(link, viewer.userId(), viewer.groups()));
    }

    private static boolean names(IdentityLink link, String userId, Set<String> groups) {
        return userId.equals(link.getUserId()) || (link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private static String reference(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
