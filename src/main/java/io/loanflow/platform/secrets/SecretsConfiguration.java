package io.loanflow.platform.secrets;

import io.loanflow.platform.DatabaseServer;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keys: those of the configuration, or for an embedded database one of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
class SecretsConfiguration {

    @Bean
    Secrets secrets(
            SecretSettings settings,
            DatabaseServer database,
            @Value("${loanflow.data:${user.home}/.loanflow}") String folder) {
        return settings.keys().isEmpty() && database.embedded()
                ? new Secrets(new Keys(DevelopmentKey.in(Path.of(folder)), DevelopmentKey.ID))
                : new Secrets(new Keys(settings.keys(), settings.active()));
    }
}
