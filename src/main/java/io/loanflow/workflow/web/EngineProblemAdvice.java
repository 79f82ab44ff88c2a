package io.loanflow.workflow.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Problems;
import io.loanflow.workflow.EngineFault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for what the engine refuses while a controller of ours uses it, such as two changes at the same moment. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ProcessEngineException thrown, HttpServletRequest request) {
        Problem problem = EngineFault.asProblem(thrown).orElseThrow(() -> thrown);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.body(problem, request.getRequestURI()));
    }
}
