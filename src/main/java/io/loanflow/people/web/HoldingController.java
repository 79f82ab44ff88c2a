package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.AssetData;
import io.loanflow.people.HoldingType;
import io.loanflow.people.Holdings;
import io.loanflow.people.LiabilityData;
import io.loanflow.people.PartyKind;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The assets and liabilities of borrowers, or of guarantors. */
abstract class HoldingController {

    private final PartyKind kind;
    private final Holdings holdings;
    private final CurrentUser currentUser;

    HoldingController(PartyKind kind, Holdings holdings, CurrentUser currentUser) {
        this.kind = kind;
        this.holdings = holdings;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{id}/assets")
    @Operation(summary = "What somebody owns")
    @Refuses({400, 404})
    Page<AssetData> assets(
            @PathVariable long id,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size) {
        return page(HoldingType.ASSETS, id, page, size);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @PostMapping("/{id}/assets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter an asset")
    @Refuses({403, 404})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = AssetData.class)))
    AssetData addAsset(@PathVariable long id, @RequestBody JsonNode sent) {
        return holdings.add(HoldingType.ASSETS, kind, id, sent, currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @PatchMapping("/{id}/assets/{asset_id}")
    @Operation(summary = "Change an asset by a JSON merge patch")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = AssetData.class)))
    AssetData changeAsset(@PathVariable long id, @PathVariable("asset_id") long assetId, @RequestBody JsonNode patch) {
        return holdings.patch(HoldingType.ASSETS, kind, id, assetId, patch, currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @DeleteMapping("/{id}/assets/{asset_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove an asset")
    @Refuses({403, 404, 409})
    void removeAsset(@PathVariable long id, @PathVariable("asset_id") long assetId) {
        holdings.remove(HoldingType.ASSETS, kind, id, assetId, currentUser.get());
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/{id}/liabilities")
    @Operation(summary = "What somebody owes")
    @Refuses({400, 404})
    Page<LiabilityData> liabilities(
            @PathVariable long id,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size) {
        return page(HoldingType.LIABILITIES, id, page, size);
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @PostMapping("/{id}/liabilities")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter a liability")
    @Refuses({403, 404})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LiabilityData.class)))
    LiabilityData addLiability(@PathVariable long id, @RequestBody JsonNode sent) {
        return holdings.add(HoldingType.LIABILITIES, kind, id, sent, currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @PatchMapping("/{id}/liabilities/{liability_id}")
    @Operation(summary = "Change a liability by a JSON merge patch")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LiabilityData.class)))
    LiabilityData changeLiability(
            @PathVariable long id, @PathVariable("liability_id") long liabilityId, @RequestBody JsonNode patch) {
        return holdings.patch(HoldingType.LIABILITIES, kind, id, liabilityId, patch, currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"broker", "bd", "credit", "admin"})
    @DeleteMapping("/{id}/liabilities/{liability_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a liability")
    @Refuses({403, 404, 409})
    void removeLiability(@PathVariable long id, @PathVariable("liability_id") long liabilityId) {
        holdings.remove(HoldingType.LIABILITIES, kind, id, liabilityId, currentUser.get());
    }

    private <T> Page<T> page(HoldingType<T> type, long id, @Nullable Integer page, @Nullable Integer size) {
        var asked = PageRequest.of(page, size, null, Map.of(), "id");
        return holdings.page(type, kind, id, asked.page(), asked.size(), currentUser.get());
    }
}
