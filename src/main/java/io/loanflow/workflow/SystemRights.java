package io.loanflow.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads models and forms whoever is at the engine's door: its authorizations are about people, not about our own steps. */
@Component
class SystemRights {

    private final IdentityService identity;

    SystemRights(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    <T> T with(Supplier<T> work) {
        var caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
