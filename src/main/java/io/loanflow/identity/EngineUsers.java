package io.loanflow.identity;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's side of an account: its user, its password and its memberships. */
@Component
class EngineUsers {

    private final IdentityService engine;

    EngineUsers(@Lazy IdentityService engine) {
        this.engine = engine;
    }

    void create(String id, NewAccount account) {
        asTheSystem(() -> {
            var user = engine.newUser(id);
            user.setEmail(account.email());
            user.setFirstName(account.firstName());
            user.setLastName(account.lastName());
            user.setPassword(account.password());
            engine.saveUser(user);
            account.groups().forEach(group -> join(id, group));
        });
    }

    void rename(String id, UserData data) {
        asTheSystem(() -> {
            var user = engine.createUserQuery().userId(id).singleResult();
            user.setEmail(data.email());
            user.setFirstName(UserData.text(data.firstName()));
            user.setLastName(UserData.text(data.lastName()));
            engine.saveUser(user);
        });
    }

    /** Also forgets wrong passwords: whoever may set a new one need not wait. */
    void setPassword(String id, String password) {
        asTheSystem(() -> {
            var user = engine.createUserQuery().userId(id).singleResult();
            user.setPassword(password);
            engine.saveUser(user);
            engine.unlockUser(id);
        });
    }

    void delete(String id) {
        asTheSystem(() -> engine.deleteUser(id));
    }

    /** @return whether anything changed */
    boolean setGroups(String id, Set<String> present, Set<String> wanted) {
        asTheSystem(() -> {
            wanted.stream().filter(group -> !present.contains(group)).forEach(group -> join(id, group));
            present.stream().filter(group -> !wanted.contains(group)).forEach(group -> leave(id, group));
        });
        return !present.equals(wanted);
    }

    private void join(String id, String group) {
        engine.createMembership(id, group);
        if (group.equals(GroupNames.ADMIN)) {
            engine.createMembership(id, Groups.CAMUNDA_ADMIN);
        }
    }

    private void leave(String id, String group) {
        engine.deleteMembership(id, group);
        if (group.equals(GroupNames.ADMIN)) {
            engine.deleteMembership(id, Groups.CAMUNDA_ADMIN);
        }
    }

    private void asTheSystem(Runnable work) {
        var caller = engine.getCurrentAuthentication();
        engine.clearAuthentication();
        try {
            work.run();
        } finally {
            engine.setAuthentication(caller);
        }
    }
}
