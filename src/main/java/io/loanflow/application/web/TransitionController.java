package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.ApplicationMoves;
import io.loanflow.application.TransitionRequest;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Transition;
import io.loanflow.workflow.Transitions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving an application from stage to stage. */
@RestController
@RequestMapping("/api/applications/{reference}/transitions")
@Tag(name = "Applications")
class TransitionController {

    private final ApplicationMoves moves;
    private final Transitions transitions;
    private final Positions positions;
    private final ApplicationResources resources;
    private final InputReader inputs;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    TransitionController(
            ApplicationMoves moves,
            Transitions transitions,
            Positions positions,
            ApplicationResources resources,
            InputReader inputs,
            Visibility visibility,
            CurrentUser currentUser) {
        this.moves = moves;
        this.transitions = transitions;
        this.positions = positions;
        this.resources = resources;
        this.inputs = inputs;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    record OpenTransitions(List<Transition> items) {}

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping
    @Operation(summary = "Where the application can go now, and what stands against it")
    @Refuses(404)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public OpenTransitions open(@PathVariable String reference) {
        var viewer = visibility.require(currentUser.get(), reference);
        return new OpenTransitions(transitions.open(positions.of(reference), viewer));
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping
    @Operation(summary = "Move the application to another stage")
    @Refuses({403, 404, 409, 412, 422})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = TransitionRequest.class)))
    public ResponseEntity<ApplicationResource> request(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        var viewer = visibility.require(currentUser.get(), reference);
        var wanted = inputs.read(body, TransitionRequest.class);
        moves.move(reference, wanted, version -> EntityTag.matches(ifMatch, version), viewer);
        return resources.tagged(ResponseEntity.ok(), reference, viewer);
    }
}
