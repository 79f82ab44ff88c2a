package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Who is at work in this thread: the caller of the API, or of the engine's own doors; nobody for timers. */
@Component
public class CurrentUser {

    private final ObjectProvider<IdentityService> engine;

    CurrentUser(ObjectProvider<IdentityService> engine) {
        this.engine = engine;
    }

    /** Empty when the system works by itself. */
    public Optional<Viewer> find() {
        return ofTheRequest().or(this::ofTheEngine);
    }

    /** @throws Problem 401 when nobody is logged in */
    public Viewer get() {
        return find().orElseThrow(() -> Problem.unauthorized("Log in first."));
    }

    /** Does work in somebody's name, as if they had called. */
    public <T> T as(Viewer viewer, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(viewer, "", List.of())));
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does work that follows by itself from what somebody did, and that nobody could do in their own name. */
    public void asTheSystem(Runnable work) {
        var before = SecurityContextHolder.getContext();
        var identity = engine.getObject();
        var engineBefore = identity.getCurrentAuthentication();
        try {
            SecurityContextHolder.clearContext();
            identity.clearAuthentication();
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
            identity.setAuthentication(engineBefore);
        }
    }

    private static Optional<Viewer> ofTheRequest() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    private Optional<Viewer> ofTheEngine() {
        var authentication = engine.getObject().getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Viewer(authentication.getUserId(), ours(authentication.getGroupIds())));
    }

    private static Set<String> ours(List<String> groups) {
        return groups == null
                ? Set.of()
                : groups.stream().filter(GroupNames.ALL::contains).collect(Collectors.toSet());
    }
}
