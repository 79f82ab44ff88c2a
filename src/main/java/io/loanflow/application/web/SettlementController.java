package io.loanflow.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.Settlement;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ticking off what has to be done before the money is paid. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Applications")
class SettlementController {

    private final Settlement settlement;
    private final ApprovalRegister approvals;
    private final InputReader inputs;
    private final CurrentUser currentUser;

    SettlementController(
            Settlement settlement, ApprovalRegister approvals, InputReader inputs, CurrentUser currentUser) {
        this.settlement = settlement;
        this.approvals = approvals;
        this.inputs = inputs;
        this.currentUser = currentUser;
    }

    record Tick(
            @NotNull(message = "is needed: true or false") @Nullable
            Boolean done) {}

    record Met(
            @NotNull(message = "is needed: true or false") @Nullable
            Boolean met) {}

    record Checklist(List<Settlement.Item> items) {}

    record Conditions(List<io.loanflow.application.Approval.Condition> items) {}

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts", "bd"})
    @PutMapping("/checklist/{code}")
    @Operation(summary = "Tick an item of the settlement checklist, or take the tick back")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Tick.class)))
    Checklist tick(@PathVariable String reference, @PathVariable String code, @RequestBody JsonNode body) {
        var tick = inputs.read(body, Tick.class);
        settlement.tick(reference, code, Boolean.TRUE.equals(tick.done()), currentUser.get());
        return new Checklist(settlement.checklist(reference));
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts", "bd", "credit"})
    @PatchMapping("/conditions/{id}")
    @Operation(summary = "Say that a condition of the approval is met, or is not any more")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Met.class)))
    Conditions condition(@PathVariable String reference, @PathVariable long id, @RequestBody JsonNode body) {
        var met = inputs.read(body, Met.class);
        settlement.setCondition(reference, id, Boolean.TRUE.equals(met.met()), currentUser.get());
        return new Conditions(approvals
                .newest(reference)
                .map(approval -> approval.conditions())
                .orElse(List.of()));
    }
}
