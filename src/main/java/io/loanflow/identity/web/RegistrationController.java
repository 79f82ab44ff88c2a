package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.GroupClaims;
import io.loanflow.identity.Registration;
import io.loanflow.identity.Registrations;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets clients in by themselves. */
@RestController
@Tag(name = "Log-in")
@Keyless
@SecurityRequirements
class RegistrationController {

    private final Registrations registrations;
    private final LoggedIns loggedIns;
    private final GroupClaims claims;

    RegistrationController(Registrations registrations, LoggedIns loggedIns, GroupClaims claims) {
        this.registrations = registrations;
        this.loggedIns = loggedIns;
        this.claims = claims;
    }

    @PostMapping("/api/auth/register")
    @OpenTo(OpenTo.Rows.ANYONE)
    @Operation(summary = "Register as a client, and log in")
    @Refuses(409)
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Registration.class)))
    LoggedIn register(@RequestBody JsonNode registration) {
        claims.note(registration, null);
        return loggedIns.start(registrations.register(registration));
    }
}
