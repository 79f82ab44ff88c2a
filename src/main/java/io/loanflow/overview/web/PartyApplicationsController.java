package io.loanflow.overview.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.PartyVisibility;
import io.loanflow.overview.ApplicationList;
import io.loanflow.overview.ApplicationSummary;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The applications that a borrower or guarantor takes part in. */
@RestController
class PartyApplicationsController {

    private final ApplicationList list;
    private final PartyVisibility visibility;
    private final CurrentUser currentUser;

    PartyApplicationsController(ApplicationList list, PartyVisibility visibility, CurrentUser currentUser) {
        this.list = list;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/borrowers/{id}/applications")
    @Operation(summary = "Those of a borrower's applications that the caller may see")
    @Tag(name = "Borrowers")
    @Refuses({400, 404})
    Page<ApplicationSummary> ofBorrower(
            @PathVariable long id,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        return page(
                "borrower",
                id,
                PageRequest.of(page, size, sort, ApplicationList.SORTABLE, ApplicationList.USUAL_ORDER));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/guarantors/{id}/applications")
    @Operation(summary = "Those of a guarantor's applications that the caller may see")
    @Tag(name = "Guarantors")
    @Refuses({400, 404})
    Page<ApplicationSummary> ofGuarantor(
            @PathVariable long id,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        return page(
                "guarantor",
                id,
                PageRequest.of(page, size, sort, ApplicationList.SORTABLE, ApplicationList.USUAL_ORDER));
    }

    private Page<ApplicationSummary> page(String kind, long id, PageRequest asked) {
        var viewer = currentUser.get();
        visibility.require(viewer, kind, id);
        return list.ofParty(kind, id, viewer, asked.orderBy(), asked.page(), asked.size());
    }
}
