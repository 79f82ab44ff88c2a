package io.loanflow.document.web;

import io.loanflow.document.Contents;
import io.loanflow.document.Document;
import io.loanflow.document.DocumentSight;
import io.loanflow.document.StoredContent;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of documents, to be saved and never to be shown as a page of ours. */
@RestController
@Tag(name = "Documents")
class ContentController {

    private final DocumentSight sight;
    private final Contents contents;
    private final CurrentUser currentUser;

    ContentController(DocumentSight sight, Contents contents, CurrentUser currentUser) {
        this.sight = sight;
        this.contents = contents;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping(path = "/api/documents/{id}/content", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The file; of a signed document the signed copy, or with `original=true` what was signed")
    @Refuses({400, 404})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> content(
            @PathVariable long id, @RequestParam(name = "original", defaultValue = "false") boolean original)
            throws IOException {
        return content(sight.require(currentUser.get(), id).document(), original);
    }

    /** The same behind the log-in of Tasklist, whose tasks lead here. */
    @Hidden
    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping(path = "/camunda/documents/{id}", produces = MediaType.ALL_VALUE)
    ResponseEntity<InputStreamResource> fromTasklist(@PathVariable long id, HttpServletRequest request)
            throws IOException {
        if (!(request.getAttribute(Viewer.class.getName()) instanceof Viewer caller)) {
            throw Problem.unauthorized("Log in to Tasklist first.");
        }
        return content(sight.require(caller, id).document(), false);
    }

    private ResponseEntity<InputStreamResource> content(Document document, boolean original) throws IOException {
        var signed = original ? null : document.signed();
        return signed == null
                ? answer(document, document.content(), document.contentType())
                : answer(document, signed, MediaType.APPLICATION_PDF_VALUE);
    }

    private ResponseEntity<InputStreamResource> answer(Document document, StoredContent content, String type)
            throws IOException {
        var disposition = ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(content.sha256())
                .contentLength(content.size())
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .body(new InputStreamResource(begun(content)));
    }

    /** Read up to its first byte: what cannot be read at all is found out before anything is answered. */
    private PushbackInputStream begun(StoredContent content) throws IOException {
        var bytes = new PushbackInputStream(contents.open(content.sha256()));
        bytes.unread(bytes.read());
        return bytes;
    }
}
