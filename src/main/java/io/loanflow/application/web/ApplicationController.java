package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.ApplicationChanges;
import io.loanflow.application.ApplicationData;
import io.loanflow.application.LoanOrigination;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Creating, reading and changing an application. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "Applications")
class ApplicationController {

    private final LoanOrigination process;
    private final ApplicationChanges changes;
    private final ApplicationResources resources;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    ApplicationController(
            LoanOrigination process,
            ApplicationChanges changes,
            ApplicationResources resources,
            Visibility visibility,
            CurrentUser currentUser) {
        this.process = process;
        this.changes = changes;
        this.resources = resources;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    @OpenTo(
            value = OpenTo.Rows.ALL,
            groups = {"admin", "credit", "bd", "broker"})
    @PostMapping
    @Operation(summary = "Enter an application; nothing is mandatory")
    @Refuses(403)
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ApplicationData.class)))
    public ResponseEntity<ApplicationResource> create(@RequestBody JsonNode application) {
        var reference = process.start(application.toString());
        return resources.tagged(
                ResponseEntity.created(URI.create("/api/applications/" + reference)),
                resources.entered(reference, currentUser.get()));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{reference}")
    @Operation(summary = "Read an application")
    @Refuses(404)
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    public ResponseEntity<ApplicationResource> read(@PathVariable String reference) {
        visibility.require(currentUser.get(), reference);
        return resources.tagged(ResponseEntity.ok(), reference, currentUser.get());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PatchMapping("/{reference}")
    @Operation(summary = "Change an application by a JSON merge patch")
    @Refuses({403, 404, 409, 412})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ApplicationData.class)))
    public ResponseEntity<ApplicationResource> change(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        changes.patch(reference, patch, version -> EntityTag.matches(ifMatch, version), currentUser.get());
        return resources.tagged(ResponseEntity.ok(), reference, currentUser.get());
    }
}
