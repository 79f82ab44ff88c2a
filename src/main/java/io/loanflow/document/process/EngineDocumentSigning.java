package io.loanflow.document.process;

import static io.loanflow.document.process.DocumentSigningContract.DOCUMENTS_SIGNED;
import static io.loanflow.document.process.DocumentSigningContract.DOCUMENT_ID;
import static io.loanflow.document.process.DocumentSigningContract.PROCESS;
import static io.loanflow.document.process.DocumentSigningContract.SIGNATURE_DECLINED;
import static io.loanflow.document.process.DocumentSigningContract.SIGNER_ID;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_REQUESTED;
import static io.loanflow.document.process.DocumentSigningContract.SIGNING_VOIDED;

import io.loanflow.document.DocumentSigning;
import io.loanflow.document.Signing;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts and informs the process {@code documentSigning}, and the application that it belongs to. */
@Component
class EngineDocumentSigning implements DocumentSigning {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final CurrentUser currentUser;

    EngineDocumentSigning(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            CurrentUser currentUser) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.currentUser = currentUser;
    }

    @Override
    public void request(String reference, long documentId) {
        currentUser.asTheSystem(() -> {
            var waiting = waiting(reference, SIGNING_REQUESTED);
            if (waiting.isEmpty()) {
                throw Problem.conflict("The application is over; nothing of it is signed any more.", Map.of());
            }
            runtime.createMessageCorrelation(SIGNING_REQUESTED)
                    .processInstanceId(waiting.get(0).getProcessInstanceId())
                    .setVariablesToTriggeredScope(Map.of(DOCUMENT_ID, documentId))
                    .correlate();
        });
    }

    @Override
    public void answer(String reference, Signing signing, long signerId, Map<String, String> inputs) {
        var task = found(reference, signing, signerId);
        tasks.complete(task.getId(), transients(inputs));
    }

    @Override
    public void catchUp(String reference) {
        currentUser.asTheSystem(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .flatMap(instance ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .messages()
                                        .list()
                                        .stream())
                        .forEach(job -> management.executeJob(job.getId())));
    }

    @Override
    public void voided(String reference, long documentId) {
        currentUser.asTheSystem(() -> signings(reference, documentId).stream()
                .flatMap(instance -> runtime
                        .createExecutionQuery()
                        .processInstanceId(instance.getId())
                        .messageEventSubscriptionName(SIGNING_VOIDED)
                        .list()
                        .stream())
                .forEach(waiting -> runtime.messageEventReceived(SIGNING_VOIDED, waiting.getId())));
    }

    @Override
    public void allSigned(String reference) {
        tell(reference, DOCUMENTS_SIGNED, "Every required document is signed.");
    }

    @Override
    public void refused(String reference, String reason) {
        tell(reference, SIGNATURE_DECLINED, reason);
    }

    private void tell(String reference, String message, String reason) {
        currentUser.asTheSystem(() -> waiting(reference, message)
                .forEach(waiting -> runtime.messageEventReceived(
                        message, waiting.getId(), transients(Map.of(Inputs.REASON, reason)))));
    }

    private List<Execution> waiting(String reference, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(reference)
                .messageEventSubscriptionName(message)
                .list();
    }

    /** Whoever answers: finding the task is not a right that they need. */
    private Task found(String reference, Signing signing, long signerId) {
        var found = new ArrayList<Task>();
        currentUser.asTheSystem(() -> found.add(task(reference, signing, signerId)));
        return found.get(0);
    }

    private Task task(String reference, Signing signing, long signerId) {
        return signings(reference, signing.documentId()).stream()
                .flatMap(instance -> tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .filter(task -> Long.valueOf(signerId).equals(runtime.getVariable(task.getExecutionId(), SIGNER_ID)))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("The document is not waiting for this signer.", Map.of()));
    }

    private List<ProcessInstance> signings(String reference, long documentId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reference)
                .variableValueEquals(DOCUMENT_ID, documentId)
                .list();
    }

    private static VariableMap transients(Map<String, String> inputs) {
        var variables = Variables.createVariables();
        inputs.forEach((name, value) -> variables.putValueTyped(name, Variables.stringValue(value, true)));
        return variables;
    }
}
