package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.identity.Credentials;
import io.loanflow.identity.LoginRecord;
import io.loanflow.identity.LoginRecord.Door;
import io.loanflow.identity.LoginSessions;
import io.loanflow.identity.Tokens;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Verbatim;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
    private final InputReader inputs;

    LoginController(
            Credentials credentials,
            LoginSessions sessions,
            LoggedIns loggedIns,
            LoginRecord record,
            InputReader inputs) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.loggedIns = loggedIns;
        this.record = record;
        this.inputs = inputs;
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/login")
    @Operation(summary = "Log in")
    @Refuses(401)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Login.class)))
    LoggedIn login(@RequestBody JsonNode body) {
        var login = inputs.read(body, Login.class);
        var email = String.valueOf(login.email());
        var account = credentials.check(email, String.valueOf(login.password())).orElseThrow(() -> refused(email));
        return loggedIns.start(account);
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/refresh")
    @Operation(summary = "New tokens for a refresh token, which is used up")
    @Refuses(401)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Refresh.class)))
    Tokens refresh(@RequestBody JsonNode body) {
        return sessions.refresh(token(body));
    }

    @OpenTo(OpenTo.Rows.ANYONE)
    @PostMapping("/logout")
    @Operation(summary = "End the session of a refresh token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Refresh.class)))
    void logout(@RequestBody JsonNode body) {
        sessions.logOut(token(body));
    }

    record Login(
            @NotNull(message = "is needed") @Nullable String email,

            @NotBlank(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
            String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    record Refresh(@NotNull(message = "is needed") @Nullable String refresh) {

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

    private String token(JsonNode body) {
        return String.valueOf(inputs.read(body, Refresh.class).refresh());
    }
}
