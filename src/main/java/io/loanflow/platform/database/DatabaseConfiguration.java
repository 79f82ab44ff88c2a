package io.loanflow.platform.database;

import io.loanflow.platform.DatabaseServer;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Runs the embedded server unless a server is configured; the data source, Flyway and the engine then use it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Conditional(NoServerConfigured.class)
    EmbeddedServer embeddedServer(@Value("${loanflow.data:${user.home}/.loanflow}") String folder) {
        return EmbeddedServer.on(Path.of(folder));
    }

    @Bean
    DatabaseServer databaseServer(Environment environment) {
        return new DatabaseServer(!serverConfigured(environment));
    }

    private static boolean serverConfigured(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    static class NoServerConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !serverConfigured(context.getEnvironment());
        }
    }
}
