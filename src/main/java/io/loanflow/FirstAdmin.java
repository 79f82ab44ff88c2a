package io.loanflow;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.GroupNames;
import io.loanflow.identity.NewAccount;
import io.loanflow.platform.DatabaseServer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the first admin in on a server database. Without one nobody could ever log in, so it refuses to start. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements ApplicationRunner {

    private static final int CONFLICT = 409;

    private final DatabaseServer database;
    private final Accounts accounts;
    private final String email;
    private final String password;

    FirstAdmin(
            DatabaseServer database,
            Accounts accounts,
            @Value("${loanflow.admin.email:}") String email,
            @Value("${loanflow.admin.password:}") String password) {
        this.database = database;
        this.accounts = accounts;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!database.embedded() && accounts.membersOf(GroupNames.ADMIN).isEmpty()) {
            create();
        }
    }

    private void create() {
        if (email.isBlank() || password.isBlank()) {
            throw new FirstAdminMissing("The database has no admin yet, and no first admin is given.");
        }
        try {
            accounts.create(new NewAccount(email, "First", "Admin", null, password, Set.of(GroupNames.ADMIN)));
        } catch (Problem e) {
            if (e.status() != CONFLICT) {
                throw new FirstAdminMissing("The first admin that is given cannot be created: " + reasons(e));
            }
        }
    }

    private static String reasons(Problem problem) {
        return problem.violations().stream().map(Violation::detail).collect(Collectors.joining(" "));
    }
}
