package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.loanflow.application.ApplicationParts;
import io.loanflow.application.Reports;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works on an application, and whose reports it rests on. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Applications")
class AssignmentController {

    private final ApplicationParts parts;
    private final Reports reports;
    private final ApplicationResources resources;
    private final InputReader inputs;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    AssignmentController(
            ApplicationParts parts,
            Reports reports,
            ApplicationResources resources,
            InputReader inputs,
            Visibility visibility,
            CurrentUser currentUser) {
        this.parts = parts;
        this.reports = reports;
        this.resources = resources;
        this.inputs = inputs;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    record NamedBroker(
            @NotNull(message = "is needed") @Nullable Integer brokerId) {}

    record NamedBdm(
            @NotNull(message = "is needed") @Nullable Integer bdmId) {}

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PutMapping("/broker")
    @Operation(summary = "Give an application to a broker")
    @Refuses({403, 404, 409})
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NamedBroker.class)))
    public ResponseEntity<ApplicationResource> broker(@PathVariable String reference, @RequestBody JsonNode body) {
        visibility.require(currentUser.get(), reference);
        var named = inputs.read(body, NamedBroker.class).brokerId();
        parts.put(reference, "broker_id", IntNode.valueOf(Objects.requireNonNull(named)), currentUser.get());
        return answer(reference);
    }

    @OpenTo(value = OpenTo.Rows.VISIBLE, byModel = true)
    @PutMapping("/bdm")
    @Operation(summary = "Give an application to a BDM")
    @Refuses({403, 404, 409})
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NamedBdm.class)))
    public ResponseEntity<ApplicationResource> bdm(@PathVariable String reference, @RequestBody JsonNode body) {
        visibility.require(currentUser.get(), reference);
        var named = inputs.read(body, NamedBdm.class).bdmId();
        parts.put(reference, "bdm_id", IntNode.valueOf(Objects.requireNonNull(named)), currentUser.get());
        return answer(reference);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd"},
            byModel = true)
    @PutMapping("/valuation")
    @Operation(summary = "Enter what the securities are worth together; the application is assessed anew")
    @Refuses({403, 404, 409})
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reports.Valued.class)))
    public ResponseEntity<ApplicationResource> valuation(@PathVariable String reference, @RequestBody JsonNode body) {
        reports.value(reference, body, currentUser.get());
        return answer(reference);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "bd"},
            byModel = true)
    @PutMapping("/quantity-survey")
    @Operation(summary = "Enter what a quantity surveyor says that building will cost")
    @Refuses({403, 404, 409})
    @Transactional
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reports.Surveyed.class)))
    public ResponseEntity<ApplicationResource> survey(@PathVariable String reference, @RequestBody JsonNode body) {
        reports.survey(reference, body, currentUser.get());
        return answer(reference);
    }

    private ResponseEntity<ApplicationResource> answer(String reference) {
        return resources.tagged(ResponseEntity.ok(), reference, currentUser.get());
    }
}
