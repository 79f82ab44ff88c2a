package io.loanflow.workflow.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * A job that somebody else has overtaken is done again at once: nothing has failed, and the times between retries in a
 * model are meant for what has.
 */
final class OvertakenJob extends JobRetryCmd {

    private static final long serialVersionUID = 1L;

    private OvertakenJob(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    static FailedJobCommandFactory factory() {
        return new DefaultFailedJobCommandFactory() {
            @Override
            public Command<Object> getCommand(String jobId, Throwable exception) {
                return exception instanceof OptimisticLockingException
                        ? new OvertakenJob(jobId, exception)
                        : super.getCommand(jobId, exception);
            }
        };
    }

    @Override
    public Object execute(CommandContext context) {
        var job = getJob();
        if (job != null) {
            job.unlock();
            notifyAcquisition(context);
        }
        return "";
    }
}
