package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes users whom nobody and nothing needs; the others can only be deactivated. */
@Component
public class UserRemoval {

    private final Accounts accounts;
    private final Profiles profiles;
    private final LastAdmin lastAdmin;
    private final List<AccountUse> uses;

    UserRemoval(Accounts accounts, Profiles profiles, LastAdmin lastAdmin, List<AccountUse> uses) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.lastAdmin = lastAdmin;
        this.uses = List.copyOf(uses);
    }

    /** @throws Problem 404, 409 when somebody or something still needs the user */
    @Transactional
    public void delete(String id) {
        lastAdmin.hold();
        profiles.lock(id);
        var use = uses.stream().flatMap(each -> each.of(id).stream()).toList();
        if (!use.isEmpty()) {
            throw Problem.conflict(
                    "The user is needed by " + String.join(", ", use) + ". Deactivate the user instead.", Map.of());
        }
        accounts.delete(id);
        lastAdmin.check();
    }
}
