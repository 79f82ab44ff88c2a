package io.loanflow.notification.process;

import static io.loanflow.notification.process.MailDeliveryContract.MAIL_ID;

import io.loanflow.notification.Postman;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the mail to the mail server; the model says how often, and how long after one another. */
@Component("sendMail")
class SendMailDelegate implements JavaDelegate {

    private final Postman postman;

    SendMailDelegate(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(MAIL_ID) instanceof Long mailId) {
            postman.deliver(mailId, isLastTry(execution));
        }
    }

    private static boolean isLastTry(DelegateExecution execution) {
        var job = execution
                .getProcessEngineServices()
                .getManagementService()
                .createJobQuery()
                .executionId(execution.getId())
                .singleResult();
        return job == null || job.getRetries() <= 1;
    }
}
