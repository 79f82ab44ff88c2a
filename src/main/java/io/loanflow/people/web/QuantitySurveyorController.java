package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.ExpertData;
import io.loanflow.people.Listing;
import io.loanflow.people.QuantitySurveyors;
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

/** The quantity surveyors. */
@RestController
@RequestMapping(QuantitySurveyorController.PATH)
@Tag(name = "People")
class QuantitySurveyorController {

    static final String PATH = "/api/quantity-surveyors";

    private final QuantitySurveyors surveyors;
    private final CurrentUser currentUser;

    QuantitySurveyorController(QuantitySurveyors surveyors, CurrentUser currentUser) {
        this.surveyors = surveyors;
        this.currentUser = currentUser;
    }

    @GetMapping
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "The quantity surveyors that the caller may see")
    @Refuses(400)
    Page<ExpertResource> list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "company", required = false) @Nullable String company,
            @RequestParam(name = "email", required = false) @Nullable String email,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var filters = Listing.filters("search", search, "name", name, "company", company, "email", email);
        var listing = Answers.listing(surveyors, filters, page, size, sort);
        return Answers.page(surveyors.list(currentUser.get(), listing), ExpertResource::all);
    }

    @PostMapping
    @OpenTo(
            value = OpenTo.Rows.ALL,
            groups = {"admin", "credit", "bd"})
    @Operation(summary = "Enter a quantity surveyor")
    @Refuses(400)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ExpertData.class)))
    public ResponseEntity<ExpertResource> create(@RequestBody JsonNode surveyor) {
        return Answers.created(PATH, surveyors.add(surveyor, currentUser.get()), ExpertResource::all);
    }

    @GetMapping("/{id}")
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "Read a quantity surveyor")
    @Refuses({400, 404})
    ResponseEntity<ExpertResource> read(@PathVariable long id) {
        return Answers.ok(surveyors.require(currentUser.get(), id), ExpertResource::all);
    }

    @PatchMapping("/{id}")
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd"})
    @Operation(summary = "Change a quantity surveyor by a JSON merge patch")
    @Refuses({403, 404, 412})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ExpertData.class)))
    public ResponseEntity<ExpertResource> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var changed = surveyors.change(id, patch, version -> EntityTag.matches(ifMatch, version), currentUser.get());
        return Answers.ok(changed, ExpertResource::all);
    }

    @DeleteMapping("/{id}")
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd"})
    @Operation(summary = "Delete a quantity surveyor that nothing refers to")
    @Refuses({400, 403, 404, 409, 412})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        surveyors.remove(id, version -> EntityTag.matches(ifMatch, version), currentUser.get());
    }
}
