package io.loanflow.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes e-mail, names and phone, in our table and in the engine. */
@Component
class ProfileWriter {

    private final PasswordChanges passwords;
    private final EngineUsers engineUsers;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    ProfileWriter(PasswordChanges passwords, EngineUsers engineUsers, AuditTrail trail, JdbcClient jdbc) {
        this.passwords = passwords;
        this.engineUsers = engineUsers;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** @throws io.loanflow.platform.Problem 409 when the e-mail is taken */
    void write(Profile present, UserData wanted) {
        var changed = changed(present, wanted);
        if (changed.isEmpty()) {
            return;
        }
        store(present.id(), wanted);
        engineUsers.rename(present.id(), wanted);
        if (changed.contains("email")) {
            passwords.voidLinks(present.id());
        }
        trail.record("user_changed", Account.SUBJECT, present.id(), Map.of("fields", String.join(", ", changed)));
    }

    private void store(String id, UserData wanted) {
        try {
            jdbc.sql("update account set email = :email, first_name = :firstName, last_name = :lastName,"
                            + " phone = :phone, version = version + 1 where id = :id")
                    .param("id", id)
                    .param("email", wanted.email())
                    .param("firstName", UserData.text(wanted.firstName()))
                    .param("lastName", UserData.text(wanted.lastName()))
                    .param("phone", wanted.phone())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Accounts.taken();
        }
    }

    private static List<String> changed(Profile present, UserData wanted) {
        return Stream.of(
                        changed("email", present.email(), wanted.email()),
                        changed("first_name", present.firstName(), UserData.text(wanted.firstName())),
                        changed("last_name", present.lastName(), UserData.text(wanted.lastName())),
                        changed("phone", present.phone(), wanted.phone()))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> changed(String field, @Nullable Object present, @Nullable Object wanted) {
        return Objects.equals(present, wanted) ? Stream.empty() : Stream.of(field);
    }
}
