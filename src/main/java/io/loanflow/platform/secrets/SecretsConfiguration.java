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
    KeySource keySource(
            SecretSettings settings,
            DatabaseServer database,
            @Value("${loanflow.data:${user.home}/.loanflow}") String folder) {
        boolean drawn = settings.keys().isEmpty() && database.embedded();
        return new KeySource(drawn ? Path.of(folder).resolve(DevelopmentKey.FILE) : null);
    }

    @Bean
    Secrets secrets(SecretSettings settings, KeySource source) {
        var file = source.developmentFile();
        return file == null
                ? new Secrets(new Keys(settings.keys(), settings.active()))
                : new Secrets(new Keys(DevelopmentKey.in(file), DevelopmentKey.ID));
    }
}
