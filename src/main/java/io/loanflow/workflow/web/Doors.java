package io.loanflow.workflow.web;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the door in front of the engine's REST API and the web applications' calls, behind the log-in. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final int BEHIND_LOG_IN = 10;

    @Bean
    ResourceConfigCustomizer misreadBodies() {
        return engine -> engine.register(new MisreadBody(), MisreadBody.PRIORITY);
    }

    @Bean
    FilterRegistrationBean<Filter> engineDoor(InputGuard guard, OwnAnswers answers, VisibleRows rows) {
        var registration = new FilterRegistrationBean<Filter>(new EngineDoor(guard, answers, rows));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(BEHIND_LOG_IN);
        return registration;
    }
}
