package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.BrokerData;
import io.loanflow.people.BrokerDirectory;
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

/** The brokers. */
@RestController
@RequestMapping(BrokerController.PATH)
@Tag(name = "People")
class BrokerController {

    static final String PATH = "/api/brokers";

    private final BrokerDirectory brokers;
    private final BrokerResources resources;
    private final CurrentUser currentUser;

    BrokerController(BrokerDirectory brokers, BrokerResources resources, CurrentUser currentUser) {
        this.brokers = brokers;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @GetMapping
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "The brokers that the caller may see")
    @Refuses(400)
    Page<BrokerResource> list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "company", required = false) @Nullable String company,
            @RequestParam(name = "email", required = false) @Nullable String email,
            @RequestParam(name = "branch_id", required = false) @Nullable Long branchId,
            @RequestParam(name = "bdm_id", required = false) @Nullable Long bdmId,
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var filters = Listing.filters(
                "search",
                search,
                "company",
                company,
                "email",
                email,
                "branch_id",
                branchId,
                "bdm_id",
                bdmId,
                "user_id",
                userId);
        var listing = Answers.listing(brokers, filters, page, size, sort);
        return Answers.page(brokers.list(currentUser.get(), listing), resources::all);
    }

    @PostMapping
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "Enter a broker")
    @Refuses({400, 409})
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = BrokerData.class)))
    public ResponseEntity<BrokerResource> create(@RequestBody JsonNode broker) {
        return Answers.created(PATH, brokers.add(broker, currentUser.get()), resources::all);
    }

    @GetMapping("/{id}")
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "Read a broker")
    @Refuses({400, 404})
    ResponseEntity<BrokerResource> read(@PathVariable long id) {
        return Answers.ok(brokers.require(currentUser.get(), id), resources::all);
    }

    @PatchMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Change a broker by a JSON merge patch")
    @Refuses({403, 404, 409, 412})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = BrokerData.class)))
    public ResponseEntity<BrokerResource> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var changed = brokers.change(id, patch, version -> EntityTag.matches(ifMatch, version), currentUser.get());
        return Answers.ok(changed, resources::all);
    }

    @DeleteMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.VISIBLE, groups = "admin")
    @Operation(summary = "Delete a broker that nothing refers to")
    @Refuses({400, 403, 404, 409, 412})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        brokers.remove(id, version -> EntityTag.matches(ifMatch, version), currentUser.get());
    }
}
