package io.loanflow.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.document.DocumentChanges;
import io.loanflow.document.DocumentDetails;
import io.loanflow.document.DocumentSight;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is known of documents, one at a time. */
@RestController
@Tag(name = "Documents")
class DocumentController {

    private final DocumentSight sight;
    private final DocumentChanges changes;
    private final DocumentResources resources;
    private final CurrentUser currentUser;

    DocumentController(
            DocumentSight sight, DocumentChanges changes, DocumentResources resources, CurrentUser currentUser) {
        this.sight = sight;
        this.changes = changes;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/applications/{reference}/documents")
    @Operation(summary = "The newest versions of an application's documents that the caller may see")
    @Refuses(404)
    Items<DocumentResource> ofApplication(@PathVariable String reference) {
        return new Items<>(resources.of(sight.heads(currentUser.get(), reference)));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/documents/{id}")
    @Operation(summary = "Read what is known of a version of a document")
    @Refuses({400, 404})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "For If-Match"))
    ResponseEntity<DocumentResource> read(@PathVariable long id) {
        return resources.tagged(ResponseEntity.ok(), sight.require(currentUser.get(), id));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/documents/{id}/versions")
    @Operation(summary = "All versions of a document that the caller may see, oldest first")
    @Refuses({400, 404})
    Items<DocumentResource> versions(@PathVariable long id) {
        return new Items<>(resources.of(sight.versions(currentUser.get(), id)));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PatchMapping("/api/documents/{id}")
    @Operation(summary = "Change title, description or sharing by a JSON merge patch")
    @Refuses({403, 404, 412})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "For If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = DocumentDetails.class)))
    ResponseEntity<DocumentResource> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        return resources.tagged(
                ResponseEntity.ok(),
                changes.patch(id, patch, revision -> EntityTag.matches(ifMatch, revision), currentUser.get()));
    }
}
