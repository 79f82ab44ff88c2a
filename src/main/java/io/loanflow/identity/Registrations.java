package io.loanflow.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Accounts that people make for themselves; roles are given by admins only. */
@Component
public class Registrations {

    private static final Set<String> GROUPS = Set.of("client");

    private final Accounts accounts;
    private final InputReader inputs;

    Registrations(Accounts accounts, InputReader inputs) {
        this.accounts = accounts;
        this.inputs = inputs;
    }

    /** @throws Problem 400 naming everything that is wrong, 409 when the e-mail is taken */
    public Account register(JsonNode body) {
        var reading = inputs.tryRead(body, Registration.class);
        var violations = new ArrayList<Violation>(reading.violations());
        var wanted = reading.value();
        if (wanted != null && wanted.password() != null) {
            violations.addAll(PasswordRules.check("/password", wanted.password(), UserData.text(wanted.email())));
        }
        if (wanted == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        var id = accounts.create(new NewAccount(
                UserData.text(wanted.email()),
                UserData.text(wanted.firstName()),
                UserData.text(wanted.lastName()),
                wanted.phone(),
                UserData.text(wanted.password()),
                GROUPS));
        return accounts.find(id).orElseThrow();
    }
}
