package io.loanflow.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, in the zone that business days are counted in. Instants are stored in UTC all the same. */
@Configuration
class Time {

    @Bean
    Clock clock(@Value("${loanflow.business-zone:Australia/Sydney}") ZoneId zone) {
        return Clock.system(zone);
    }

    /** Constraints on dates count days as the business does. */
    @Bean
    ValidationConfigurationCustomizer businessDay(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }
}
