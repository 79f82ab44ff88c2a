package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.identity.PasswordResets;
import io.loanflow.identity.ResetRequests;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people who forgot their password set another one, by a link that is sent to them. */
@RestController
@Tag(name = "Log-in")
@Keyless
@SecurityRequirements
@RequestMapping("/api/auth/password-resets")
class PasswordResetController {

    private final PasswordResets resets;
    private final ResetRequests requests;
    private final InputReader inputs;

    PasswordResetController(PasswordResets resets, ResetRequests requests, InputReader inputs) {
        this.resets = resets;
        this.requests = requests;
        this.inputs = inputs;
    }

    @PostMapping
    @OpenTo(OpenTo.Rows.ANYONE)
    @Operation(summary = "Ask for a link by e-mail; answers the same whether or not there is such an account")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ResetRequest.class)))
    void request(@RequestBody JsonNode body) {
        requests.take(String.valueOf(inputs.read(body, ResetRequest.class).email()));
    }

    @PostMapping("/{token}")
    @OpenTo(OpenTo.Rows.ANYONE)
    @Operation(summary = "Set a password by the link; every session ends")
    @Refuses(404)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewPassword.class)))
    void redeem(@PathVariable("token") String token, @RequestBody JsonNode body) {
        resets.redeem(token, String.valueOf(inputs.read(body, NewPassword.class).newPassword()));
    }

    record ResetRequest(
            @NotNull(message = "is needed") @Size(max = 254, message = "has at most {max} characters") @Nullable
            String email) {}

    record NewPassword(
            @NotNull(message = "is needed") @JsonDeserialize(using = Verbatim.class) @Nullable
            String newPassword) {

        /** Never the password. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
