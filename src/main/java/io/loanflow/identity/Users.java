package io.loanflow.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admins look after users, and users after their own names. */
@Component
public class Users {

    private final Accounts accounts;
    private final Profiles profiles;
    private final PasswordChanges passwords;
    private final PasswordResets resets;
    private final LastAdmin lastAdmin;
    private final ProfileWriter writer;
    private final InputReader inputs;

    Users(
            Accounts accounts,
            Profiles profiles,
            PasswordChanges passwords,
            PasswordResets resets,
            LastAdmin lastAdmin,
            ProfileWriter writer,
            InputReader inputs) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.resets = resets;
        this.lastAdmin = lastAdmin;
        this.writer = writer;
        this.inputs = inputs;
    }

    /**
     * Creates a user. One without a password gets a link for choosing it.
     *
     * @throws Problem 400 naming everything that is wrong, 409 when the e-mail is taken
     */
    @Transactional
    public Profile create(JsonNode body) {
        var data = read(body);
        var chosen = data.password();
        var id = accounts.create(data.account(chosen == null ? SecretTokens.draw() : chosen));
        if (!data.isActive()) {
            accounts.setActive(id, false);
        } else if (chosen == null) {
            resets.invite(id);
        }
        return profiles.find(id);
    }

    /**
     * Changes a user by a merge patch.
     *
     * @param unchanged whether this version is the one that the caller knows
     * @throws Problem 400, 404, 409 when the e-mail is taken or nobody would be left to administer, 412
     */
    @Transactional
    public Profile change(Viewer admin, String id, JsonNode patch, LongPredicate unchanged) {
        lastAdmin.hold();
        var present = profiles.lock(id);
        if (!unchanged.test(present.version())) {
            throw Problem.preconditionFailed("The user was changed in the meantime. Read it again.");
        }
        var wanted = read(merged(UserData.of(present), patch));
        if (wanted.password() != null && admin.userId().equals(id)) {
            throw Problem.conflict("Your own password is changed with the present one at hand.", Map.of());
        }
        writer.write(present, wanted);
        accounts.setGroups(id, wanted.groupSet());
        if (wanted.isActive() != present.active()) {
            accounts.setActive(id, wanted.isActive());
        }
        if (wanted.password() != null) {
            passwords.set(accounts.find(id).orElseThrow(), wanted.password(), null, PasswordChanges.CHANGED);
        }
        lastAdmin.check();
        return profiles.find(id);
    }

    /** Changes what people say of themselves. @throws Problem 400 when it is anything else */
    @Transactional
    public Profile changeOwn(String id, JsonNode patch) {
        var present = profiles.lock(id);
        var own = inputs.read(merged(OwnData.of(present), patch), OwnData.class);
        writer.write(
                present,
                new UserData(
                        present.email(), own.firstName(), own.lastName(), own.phone(), null, null, present.active()));
        return profiles.find(id);
    }

    private UserData read(JsonNode body) {
        var reading = inputs.tryRead(body, UserData.class);
        var violations = new ArrayList<Violation>(reading.violations());
        var data = reading.value();
        if (data != null && data.password() != null) {
            violations.addAll(PasswordRules.check("/password", data.password(), UserData.text(data.email())));
        }
        if (data == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return data;
    }

    private JsonNode merged(Object present, JsonNode patch) {
        return MergePatch.apply(inputs.write(present), patch);
    }
}
