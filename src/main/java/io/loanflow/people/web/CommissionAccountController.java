package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.BrokerDirectory;
import io.loanflow.people.CommissionAccount;
import io.loanflow.people.CommissionAccounts;
import io.loanflow.people.Revealing;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a broker's commission is paid to: entering it, and showing the whole number to the few. */
@RestController
@Tag(name = "People")
class CommissionAccountController {

    private final CommissionAccounts accounts;
    private final BrokerDirectory brokers;
    private final BrokerResources resources;
    private final Revealing revealing;
    private final CurrentUser currentUser;

    CommissionAccountController(
            CommissionAccounts accounts,
            BrokerDirectory brokers,
            BrokerResources resources,
            Revealing revealing,
            CurrentUser currentUser) {
        this.accounts = accounts;
        this.revealing = revealing;
        this.brokers = brokers;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @PutMapping("/api/brokers/{id}/commission-account")
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts", "broker"})
    @Operation(
            summary =
                    "Enter where a broker's commission is paid to; once filled in, accounts and admins only. A mask sent back leaves the number")
    @Refuses({403, 404, 412})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = CommissionAccount.class)))
    public ResponseEntity<BrokerResource> replace(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode account) {
        accounts.replace(id, account, version -> EntityTag.matches(ifMatch, version), currentUser.get());
        return Answers.ok(brokers.require(currentUser.get(), id), resources::all);
    }

    @Keyless
    @PostMapping("/api/brokers/{id}/sensitive")
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @Operation(summary = "Show the whole number of the commission account; this is recorded")
    @Refuses({403, 404})
    ResponseEntity<SensitiveCommission> reveal(@PathVariable long id) {
        var account = revealing.commission(id, currentUser.get());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SensitiveCommission.of(account));
    }
}
