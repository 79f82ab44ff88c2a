package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.ApplicationParts;
import io.loanflow.application.FundUse;
import io.loanflow.application.SecurityData;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
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

/** The securities of an application and what its money is for, one at a time. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Applications")
class LinesController {

    private final ApplicationParts parts;
    private final ApplicationResources resources;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    LinesController(
            ApplicationParts parts, ApplicationResources resources, Visibility visibility, CurrentUser currentUser) {
        this.parts = parts;
        this.resources = resources;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/securities")
    @Operation(summary = "The securities of an application")
    @Refuses(404)
    Items<SecurityData> securities(@PathVariable String reference) {
        return new Items<>(read(reference).securities());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/securities")
    @Operation(summary = "Add a security")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = SecurityData.class)))
    SecurityData addSecurity(@PathVariable String reference, @RequestBody JsonNode entered) {
        parts.add(reference, "securities", entered, currentUser.get());
        return last(read(reference).securities());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @DeleteMapping("/securities/{id}")
    @Operation(summary = "Take a security out of an application")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecurity(@PathVariable String reference, @PathVariable long id) {
        parts.remove(reference, "securities", id, currentUser.get());
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/fund_uses")
    @Operation(summary = "The uses of the money of an application")
    @Refuses(404)
    Items<FundUse> fundUses(@PathVariable String reference) {
        return new Items<>(read(reference).fundUses());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PostMapping("/fund_uses")
    @Operation(summary = "Add a use of the money")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = FundUse.class)))
    FundUse addFundUse(@PathVariable String reference, @RequestBody JsonNode entered) {
        parts.add(reference, "fund_uses", entered, currentUser.get());
        return last(read(reference).fundUses());
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @DeleteMapping("/fund_uses/{id}")
    @Operation(summary = "Take a use of the money out of an application")
    @Refuses({403, 404, 409})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFundUse(@PathVariable String reference, @PathVariable long id) {
        parts.remove(reference, "fund_uses", id, currentUser.get());
    }

    private ApplicationResource read(String reference) {
        visibility.require(currentUser.get(), reference);
        return resources.of(reference, currentUser.get());
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }
}
