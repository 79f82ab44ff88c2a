package io.loanflow.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Participants;
import io.loanflow.workflow.Steps;
import io.loanflow.workflow.TaskBriefing;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class TaskListenersTest {

    /** The engine has read the task, and then finds what it hangs on gone. */
    @Test
    void tellWhoCompletesATaskThatIsGone() {
        var task = mock(DelegateTask.class);
        when(task.getEventName()).thenReturn(TaskListener.EVENTNAME_COMPLETE);
        var listeners = new TaskListeners(
                mock(Steps.class), mock(CurrentUser.class), mock(Participants.class), mock(TaskBriefing.class));

        var problem = catchThrowableOfType(Problem.class, () -> listeners.notify(task));

        assertThat(problem.status()).isEqualTo(409);
    }
}
