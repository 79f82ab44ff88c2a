package io.loanflow.workflow.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Refuses in the way that the reason asks for. */
@Component("doorsDelegate")
class DoorsDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        switch (String.valueOf(execution.getVariable("reason"))) {
            case "gate" -> throw Problem.gateClosed(List.of(new Violation("/sure", "not_sure", "Be sure first.")));
            case "conflict" -> throw Problem.conflict("Not from here.", Map.of("stage", "inquiry"));
            case "race" -> throw new OptimisticLockingException("raced");
            case "bug" -> throw new IllegalStateException("secret internals");
            default -> {}
        }
    }
}
