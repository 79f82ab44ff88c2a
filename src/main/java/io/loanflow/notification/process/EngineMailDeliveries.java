package io.loanflow.notification.process;

import static io.loanflow.notification.process.MailDeliveryContract.MAIL_ID;
import static io.loanflow.notification.process.MailDeliveryContract.PROCESS;

import io.loanflow.notification.MailDeliveries;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts and stops the process {@code mailDelivery}, whoever is at work: nobody has rights on it. */
@Component
class EngineMailDeliveries implements MailDeliveries {

    private final RuntimeService runtime;
    private final IdentityService identity;

    EngineMailDeliveries(@Lazy RuntimeService runtime, @Lazy IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void start(long mailId) {
        asTheSystem(() -> runtime.startProcessInstanceByKey(
                PROCESS, key(mailId), Variables.createVariables().putValueTyped(MAIL_ID, Variables.longValue(mailId))));
    }

    @Override
    public void stop(long mailId) {
        asTheSystem(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(mailId))
                .list()
                .forEach(delivery -> runtime.deleteProcessInstance(delivery.getId(), "resent")));
    }

    private static String key(long mailId) {
        return "mail-" + mailId;
    }

    private void asTheSystem(Runnable work) {
        var caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.run();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
