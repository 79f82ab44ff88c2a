package io.loanflow.document.seal;

import io.loanflow.document.SealSource;
import io.loanflow.platform.DatabaseServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the lender's key: that of the configuration, or for an embedded database one of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealSettings.class)
class SealConfiguration {

    @Bean
    SealSource sealSource(
            SealSettings settings,
            DatabaseServer database,
            @Value("${loanflow.data:${user.home}/.loanflow}") String folder) {
        boolean made = !settings.configured() && database.embedded();
        return new SealSource(made ? Path.of(folder).resolve(DevelopmentKeystore.FILE) : null);
    }

    @Bean
    LenderKey lenderKey(SealSettings settings, SealSource source, Clock clock) {
        var file = source.developmentFile();
        return file == null ? configured(settings) : DevelopmentKeystore.in(file, clock);
    }

    private static LenderKey configured(SealSettings settings) {
        if (!settings.configured()) {
            throw new SealKeyProblem(
                    "Signed documents are sealed with the lender's key, and there is none: loanflow.seal.keystore is empty.");
        }
        var password = Objects.requireNonNullElse(settings.password(), "");
        return Keystore.read(Objects.requireNonNull(settings.keystore()), password, settings.alias());
    }
}
