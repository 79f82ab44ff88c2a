package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.identity.AccessTokens;
import io.loanflow.identity.PasswordChanges;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Verbatim;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people change their password. */
@RestController
@Tag(name = "Log-in")
@Keyless
class PasswordController {

    private static final int BEARER = "Bearer ".length();

    private final PasswordChanges changes;
    private final AccessTokens tokens;
    private final InputReader inputs;

    PasswordController(PasswordChanges changes, AccessTokens tokens, InputReader inputs) {
        this.changes = changes;
        this.tokens = tokens;
        this.inputs = inputs;
    }

    @PostMapping("/api/auth/password")
    @OpenTo(OpenTo.Rows.OWN)
    @Operation(summary = "Change one's password; every other session ends")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PasswordChange.class)))
    void change(
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody JsonNode body) {
        var change = inputs.read(body, PasswordChange.class);
        var caller = tokens.verify(authorization.substring(BEARER).strip())
                .orElseThrow(() -> Problem.unauthorized("Log in first."));
        changes.change(
                caller.userId(),
                caller.sessionId(),
                String.valueOf(change.currentPassword()),
                String.valueOf(change.newPassword()));
    }

    record PasswordChange(
            @NotNull(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
            String currentPassword,

            @NotNull(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
            String newPassword) {

        /** Never the passwords. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}
