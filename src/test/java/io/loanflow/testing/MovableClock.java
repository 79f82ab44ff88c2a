package io.loanflow.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The business clock, which a test can put forward. The engine's own clock stays where it is: so no timer fires by itself, and
 * the test fires those whose time has come.
 */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {

    private static volatile Duration ahead = Duration.ZERO;

    @Bean
    static BeanPostProcessor movableClock() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? new Moved(clock) : bean;
            }
        };
    }

    /** It is that hour of that day, wherever it was before. */
    public static void set(Clock clock, LocalDate day, int hour) {
        reset();
        ahead = Duration.between(
                clock.instant(), day.atTime(hour, 0).atZone(clock.getZone()).toInstant());
    }

    public static void reset() {
        ahead = Duration.ZERO;
    }

    private static final class Moved extends Clock {

        private final Clock real;

        private Moved(Clock real) {
            this.real = real;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Moved(real.withZone(zone));
        }

        @Override
        public Instant instant() {
            return real.instant().plus(ahead);
        }
    }
}
