package io.loanflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.LoanflowIT;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/** What the engine throws in a controller of ours is answered by whoever knows the engine, not by whoever takes everything. */
@LoanflowIT
@Tag("service")
class EngineProblemAdviceIT {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(classes = {OptimisticLockingException.class, NullValueException.class})
    void comesBeforeTheOneThatTakesEverything(Class<? extends Exception> thrown) {
        var first = ControllerAdviceBean.findAnnotatedBeans(context).stream()
                .map(ControllerAdviceBean::getBeanType)
                .filter(advice ->
                        new ExceptionHandlerMethodResolver(advice).resolveMethodByExceptionType(thrown) != null)
                .findFirst();

        assertThat(first).contains(EngineProblemAdvice.class);
    }
}
