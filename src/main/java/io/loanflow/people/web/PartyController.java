package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.people.FinancialSummary;
import io.loanflow.people.PartyData;
import io.loanflow.people.PartyFilter;
import io.loanflow.people.PartyKind;
import io.loanflow.people.PartyList;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What borrowers and guarantors have in common: entering, finding, reading, changing and deleting them. */
abstract class PartyController {

    private final PartyKind kind;
    private final PartyDesk desk;

    PartyController(PartyKind kind, PartyDesk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping
    @Operation(summary = "Those that the caller may see")
    @Refuses(400)
    Page<PartyResource> list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "kind", required = false) @Nullable String personOrCompany,
            @RequestParam(name = "email", required = false) @Nullable String email,
            @RequestParam(name = "abn", required = false) @Nullable String abn,
            @RequestParam(name = "acn", required = false) @Nullable String acn,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        if (personOrCompany != null && !Set.of("person", "company").contains(personOrCompany)) {
            throw Problem.badInput("/kind", "one_of", "kind is person or company.");
        }
        var asked = PageRequest.of(page, size, sort, PartyList.SORTABLE, PartyList.USUAL_ORDER);
        var viewer = desk.currentUser().get();
        var filter = new PartyFilter(search, personOrCompany, email, abn, acn);
        var found = desk.list().page(kind, viewer, filter, asked.orderBy(), asked.page(), asked.size());
        var items = found.items().stream()
                .map(party -> desk.resources().item(party, viewer))
                .toList();
        return new Page<>(items, found.page(), found.size(), found.total());
    }

    @OpenTo(
            value = OpenTo.Rows.ALL,
            groups = {"broker", "bd", "credit", "admin"})
    @PostMapping
    @Operation(summary = "Enter one; the answer names who may be the same")
    @ApiResponse(
            responseCode = "201",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PartyData.class)))
    ResponseEntity<PartyResource> enter(@RequestBody JsonNode sent) {
        var viewer = desk.currentUser().get();
        var party = desk.changes().enter(kind, sent, viewer);
        var place = URI.create("/api/" + kind.word() + "s/" + party.id());
        return desk.resources().tagged(ResponseEntity.created(place), party, viewer);
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{id}")
    @Operation(summary = "Read one")
    @Refuses(404)
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    ResponseEntity<PartyResource> read(@PathVariable long id) {
        var viewer = desk.currentUser().get();
        return desk.resources().tagged(ResponseEntity.ok(), desk.changes().read(kind, id, viewer), viewer);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @PatchMapping("/{id}")
    @Operation(summary = "Change one by a JSON merge patch; a mask sent back leaves its number as it is")
    @Refuses({403, 404, 409, 412})
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            headers = @Header(name = "ETag", description = "The version, for If-Match"))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PartyData.class)))
    ResponseEntity<PartyResource> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var viewer = desk.currentUser().get();
        var party = desk.changes().patch(kind, id, patch, version -> EntityTag.matches(ifMatch, version), viewer);
        return desk.resources().tagged(ResponseEntity.ok(), party, viewer);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @DeleteMapping("/{id}")
    @Operation(summary = "Delete one that takes part in no application")
    @Refuses({403, 404, 409, 412})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        desk.changes()
                .delete(
                        kind,
                        id,
                        version -> EntityTag.matches(ifMatch, version),
                        desk.currentUser().get());
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{id}/financial-summary")
    @Operation(summary = "What somebody owns, owes, earns and spends, added up")
    @Refuses(404)
    FinancialSummary summary(@PathVariable long id) {
        return desk.finances()
                .of(desk.changes().read(kind, id, desk.currentUser().get()));
    }

    @Keyless
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/{id}/sensitive")
    @Operation(summary = "Show the whole tax file and account numbers; this is recorded")
    @Refuses({403, 404})
    ResponseEntity<Sensitive> reveal(@PathVariable long id) {
        var data = desk.revealing().reveal(kind, id, desk.currentUser().get());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Sensitive.of(data));
    }
}
