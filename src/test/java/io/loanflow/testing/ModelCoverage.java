package io.loanflow.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the engine tell which elements and flows of the models it passes; the build adds them up and wants every one. */
@TestConfiguration(proxyBeanMethods = false)
public class ModelCoverage {

    static final Collector NOBODY = event -> {};

    @Bean
    AbstractProcessEnginePlugin toldElements() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                tell(engine, NOBODY);
            }
        };
    }

    static void tell(ProcessEngine engine, Collector listener) {
        new ProcessEngineAdapter(engine, listener).initializeListeners();
    }
}
