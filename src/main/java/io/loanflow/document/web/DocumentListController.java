package io.loanflow.document.web;

import io.loanflow.document.DocumentFilter;
import io.loanflow.document.DocumentSearch;
import io.loanflow.document.DocumentTypes;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/documents}. */
@RestController
@Tag(name = "Documents")
class DocumentListController {

    private final DocumentSearch search;
    private final DocumentResources resources;
    private final CurrentUser currentUser;

    DocumentListController(DocumentSearch search, DocumentResources resources, CurrentUser currentUser) {
        this.search = search;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/documents")
    @Operation(summary = "The newest versions of all documents that the caller may see")
    @Refuses(400)
    Page<DocumentResource> documents(
            @RequestParam(name = "document_type", required = false) @Nullable String documentType,
            @RequestParam(name = "application", required = false) @Nullable String application,
            @RequestParam(name = "borrower", required = false) @Nullable Long borrower,
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "created_from", required = false) @Nullable LocalDate createdFrom,
            @RequestParam(name = "created_to", required = false) @Nullable LocalDate createdTo,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        requireKnown(documentType);
        var found = this.search.page(
                currentUser.get(),
                new DocumentFilter(documentType, application, borrower, search, createdFrom, createdTo),
                PageRequest.of(page, size, sort, DocumentSearch.SORTABLE, DocumentSearch.USUAL_ORDER));
        return new Page<>(resources.of(found.items()), found.page(), found.size(), found.total());
    }

    private static void requireKnown(@Nullable String type) {
        if (type != null && !DocumentTypes.ALL.contains(type)) {
            throw Problem.badInput(
                    "/document_type",
                    "unknown",
                    "There is no document type '" + type + "'; there are " + String.join(", ", DocumentTypes.ALL)
                            + ".");
        }
    }
}
