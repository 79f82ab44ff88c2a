package io.loanflow;

import io.loanflow.platform.DatabaseServer;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Keeps the system from being called healthy before its demo data is there; a server database has none. */
@Component("demoDataHealthIndicator")
class DemoDataHealth implements HealthIndicator {

    private volatile boolean there;

    DemoDataHealth(DatabaseServer database) {
        this.there = !database.embedded();
    }

    /** Said by whoever makes the demo data, or finds it made by an earlier run. */
    void demoDataIsThere() {
        there = true;
    }

    @Override
    public Health health() {
        return there ? Health.up().build() : Health.outOfService().build();
    }
}
