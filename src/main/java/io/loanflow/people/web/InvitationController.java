package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.Invitation;
import io.loanflow.people.Invitations;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting a borrower to link their log-in, and doing so. */
@RestController
@Tag(name = "Borrowers")
class InvitationController {

    private final Invitations invitations;
    private final PartyResources resources;
    private final CurrentUser currentUser;

    InvitationController(Invitations invitations, PartyResources resources, CurrentUser currentUser) {
        this.invitations = invitations;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd", "broker"})
    @PostMapping("/api/borrowers/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Mail the borrower a one-time invitation to link their log-in, good for seven days")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Invitations.Address.class)))
    Invitation invite(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode sent) {
        var body = sent == null ? JsonNodeFactory.instance.objectNode() : sent;
        return invitations.invite(id, body, currentUser.get());
    }

    @OpenTo(OpenTo.Rows.OWN)
    @PostMapping("/api/invitations/{token}")
    @Operation(summary = "Link the caller's log-in to the borrower that the invitation is for")
    @Refuses(404)
    ResponseEntity<PartyResource> accept(@PathVariable String token) {
        var viewer = currentUser.get();
        return resources.tagged(ResponseEntity.ok(), invitations.accept(token, viewer), viewer);
    }
}
