package io.loanflow.workflow.process;

import io.loanflow.workflow.EngineFault;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Takes what a delegate or listener of ours refused out of the engine's wrapping, and lets the engine's doors know. */
@Component
class FaultMemory extends SpringBootProcessEnginePlugin {

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.getCustomPreCommandInterceptorsTxRequired().add(new Remembering());
        engine.getCustomPreCommandInterceptorsTxRequiresNew().addAll(List.of(new Remembering()));
    }

    private static final class Remembering extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException thrown) {
                EngineFault.remember(thrown);
                throw EngineFault.ours(thrown)
                        .<RuntimeException>map(problem -> problem)
                        .orElse(thrown);
            }
        }
    }
}
