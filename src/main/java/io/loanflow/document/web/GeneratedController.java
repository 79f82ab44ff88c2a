package io.loanflow.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.document.DocumentSight;
import io.loanflow.document.GeneratedDocuments;
import io.loanflow.document.Generation;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Documents that are written from the data of an application. */
@RestController
@Tag(name = "Documents")
class GeneratedController {

    private final GeneratedDocuments generated;
    private final DocumentSight sight;
    private final DocumentResources resources;
    private final InputReader inputs;
    private final CurrentUser currentUser;

    GeneratedController(
            GeneratedDocuments generated,
            DocumentSight sight,
            DocumentResources resources,
            InputReader inputs,
            CurrentUser currentUser) {
        this.generated = generated;
        this.sight = sight;
        this.resources = resources;
        this.inputs = inputs;
        this.currentUser = currentUser;
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd", "broker"})
    @PostMapping("/api/applications/{reference}/documents/generated")
    @Operation(summary = "Generate a document, or the next version of one that was generated before")
    @Refuses({403, 404, 409, 422})
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "For If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Generation.class)))
    ResponseEntity<DocumentResource> generate(@PathVariable String reference, @RequestBody JsonNode body) {
        var viewer = currentUser.get();
        generated.require(reference, viewer);
        var type = Objects.requireNonNull(inputs.read(body, Generation.class).documentType());
        var document = generated.generate(reference, type, viewer);
        return resources.tagged(
                ResponseEntity.created(URI.create("/api/documents/" + document.id())),
                sight.require(viewer, document.id()));
    }
}
