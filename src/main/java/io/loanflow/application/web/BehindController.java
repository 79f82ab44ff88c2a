package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.ApplicationParts;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.people.PartyData;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who stands behind an application, one at a time. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Applications")
class BehindController {

    private final ApplicationParts parts;
    private final ApplicationResources resources;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    BehindController(
            ApplicationParts parts, ApplicationResources resources, Visibility visibility, CurrentUser currentUser) {
        this.parts = parts;
        this.resources = resources;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/borrowers")
    @Operation(summary = "The borrowers of an application")
    @Refuses(404)
    Items<Behind> borrowers(@PathVariable String reference) {
        return new Items<>(read(reference).borrowers());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/borrowers")
    @Operation(summary = "Add a borrower")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PartyData.class)))
    Behind addBorrower(@PathVariable String reference, @RequestBody JsonNode entered) {
        parts.add(reference, "borrowers", entered, currentUser.get());
        return last(resources.entered(reference, currentUser.get()).borrowers());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @DeleteMapping("/borrowers/{id}")
    @Operation(summary = "Take a borrower out of an application")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeBorrower(@PathVariable String reference, @PathVariable long id) {
        parts.remove(reference, "borrowers", id, currentUser.get());
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/guarantors")
    @Operation(summary = "The guarantors of an application")
    @Refuses(404)
    Items<Behind> guarantors(@PathVariable String reference) {
        return new Items<>(read(reference).guarantors());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/guarantors")
    @Operation(summary = "Add a guarantor")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PartyData.class)))
    Behind addGuarantor(@PathVariable String reference, @RequestBody JsonNode entered) {
        parts.add(reference, "guarantors", entered, currentUser.get());
        return last(resources.entered(reference, currentUser.get()).guarantors());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @DeleteMapping("/guarantors/{id}")
    @Operation(summary = "Take a guarantor out of an application")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeGuarantor(@PathVariable String reference, @PathVariable long id) {
        parts.remove(reference, "guarantors", id, currentUser.get());
    }

    private ApplicationResource read(String reference) {
        visibility.require(currentUser.get(), reference);
        return resources.of(reference, currentUser.get());
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }
}
