package io.loanflow.document.web;

import io.loanflow.document.Document;
import io.loanflow.document.DocumentSight;
import io.loanflow.document.DocumentUploads;
import io.loanflow.document.UploadData;
import io.loanflow.document.VersionData;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Handing in documents and new versions of them. The file is looked at before a transaction begins. */
@RestController
@Tag(name = "Documents")
class UploadController {

    private final UploadForms forms;
    private final DocumentUploads uploads;
    private final DocumentSight sight;
    private final DocumentResources resources;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    UploadController(
            UploadForms forms,
            DocumentUploads uploads,
            DocumentSight sight,
            DocumentResources resources,
            Visibility visibility,
            CurrentUser currentUser) {
        this.forms = forms;
        this.uploads = uploads;
        this.sight = sight;
        this.resources = resources;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PostMapping("/api/applications/{reference}/documents")
    @Operation(summary = "Hand in a document; of brokers and clients it is shared")
    @Refuses({403, 404, 413, 415, 422, 503})
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "For If-Match"))
    @RequestBody(
            content =
                    @Content(
                            mediaType = "multipart/form-data",
                            schema = @Schema(implementation = UploadDescription.ForADocument.class)))
    ResponseEntity<DocumentResource> add(@PathVariable String reference, HttpServletRequest request) {
        var viewer = currentUser.get();
        visibility.require(viewer, reference);
        try (var form = forms.read(request, UploadData.class)) {
            return created(uploads.add(reference, form.said(), form.file(), viewer));
        }
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PostMapping("/api/documents/{id}/versions")
    @Operation(summary = "Replace the newest version; for bd, credit, admin, and whoever handed it in")
    @Refuses({403, 404, 409, 412, 413, 415, 422, 503})
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "For If-Match"))
    @RequestBody(
            content =
                    @Content(
                            mediaType = "multipart/form-data",
                            schema = @Schema(implementation = UploadDescription.ForAVersion.class)))
    ResponseEntity<DocumentResource> replace(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request) {
        var viewer = currentUser.get();
        Predicate<Long> isPresent = revision -> EntityTag.matches(ifMatch, revision);
        uploads.requireReplaceable(id, isPresent, viewer);
        try (var form = forms.read(request, VersionData.class)) {
            return created(uploads.replace(id, form.said(), form.file(), isPresent, viewer));
        }
    }

    private ResponseEntity<DocumentResource> created(Document document) {
        return resources.tagged(
                ResponseEntity.created(URI.create("/api/documents/" + document.id())),
                sight.require(currentUser.get(), document.id()));
    }
}
