package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.BranchData;
import io.loanflow.people.Branches;
import io.loanflow.people.Listing;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The branches. */
@RestController
@RequestMapping(BranchController.PATH)
@Tag(name = "People")
class BranchController {

    static final String PATH = "/api/branches";

    private final Branches branches;
    private final CurrentUser currentUser;

    BranchController(Branches branches, CurrentUser currentUser) {
        this.branches = branches;
        this.currentUser = currentUser;
    }

    @GetMapping
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "The branches that the caller may see")
    @Refuses(400)
    Page<BranchResource> list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "email", required = false) @Nullable String email,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var filters = Listing.filters("search", search, "name", name, "email", email);
        var listing = Answers.listing(branches, filters, page, size, sort);
        return Answers.page(branches.list(currentUser.get(), listing), BranchResource::all);
    }

    @PostMapping
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "Enter a branch")
    @Refuses(400)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = BranchData.class)))
    public ResponseEntity<BranchResource> create(@RequestBody JsonNode branch) {
        return Answers.created(PATH, branches.add(branch, currentUser.get()), BranchResource::all);
    }

    @GetMapping("/{id}")
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "Read a branch")
    @Refuses({400, 404})
    ResponseEntity<BranchResource> read(@PathVariable long id) {
        return Answers.ok(branches.require(currentUser.get(), id), BranchResource::all);
    }

    @PatchMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Change a branch by a JSON merge patch")
    @Refuses({403, 404, 412})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = BranchData.class)))
    public ResponseEntity<BranchResource> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var changed = branches.change(id, patch, version -> EntityTag.matches(ifMatch, version), currentUser.get());
        return Answers.ok(changed, BranchResource::all);
    }

    @DeleteMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Delete a branch that nothing refers to")
    @Refuses({400, 403, 404, 409, 412})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        branches.remove(id, version -> EntityTag.matches(ifMatch, version), currentUser.get());
    }
}
