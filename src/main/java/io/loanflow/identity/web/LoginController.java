package io.loanflow.identity.web;

import io.loanflow.identity.Credentials;
import io.loanflow.identity.LoginRecord;
import io.loanflow.identity.LoginRecord.Door;
import io.loanflow.identity.LoginSessions;
import io.loanflow.identity.Tokens;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log in, stay logged in, log out. */
@Keyless
@RestController
@SecurityRequirements
@Tag(name = "Log-in")
@RequestMapping("/api/auth")
class LoginController {

    private final Credentials credentials;
    private final LoginSessions sessions;
    private final LoggedIns loggedIns;
    private final LoginRecord record;

    LoginController(Credentials credentials, LoginSessions sessions, LoggedIns loggedIns, LoginRecord record) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.loggedIns = loggedIns;
        this.record = record;
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/login")
    @Operation(summary = "Log in")
    @Refuses(401)
    LoggedIn login(@RequestBody Login login) {
        var email = Objects.requireNonNullElse(login.email(), "");
        var password = Objects.requireNonNullElse(login.password(), "");
        requireAll(Map.of("email", email, "password", password));
        var account = credentials.check(email, password).orElseThrow(() -> refused(email));
        return loggedIns.start(account);
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/refresh")
    @Operation(summary = "New tokens for a refresh token, which is used up")
    @Refuses(401)
    Tokens refresh(@RequestBody Refresh refresh) {
        return sessions.refresh(given("refresh", refresh.refresh()));
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/logout")
    @Operation(summary = "End the session of a refresh token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@RequestBody Refresh refresh) {
        sessions.logOut(given("refresh", refresh.refresh()));
    }

    record Login(@Nullable String email, @Nullable String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    record Refresh(@Nullable String refresh) {

        /** Never the token. */
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    private Problem refused(String email) {
        record.refused(email, Door.API);
        return Problem.unauthorized("E-mail or password is wrong.");
    }

    private static String given(String field, @Nullable String value) {
        var text = Objects.requireNonNullElse(value, "");
        requireAll(Map.of(field, text));
        return text;
    }

    private static void requireAll(Map<String, String> fields) {
        var missing = fields.entrySet().stream()
                .filter(field -> field.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new Violation("/" + name, "missing", name + " is needed."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.badInput(missing);
        }
    }
}
