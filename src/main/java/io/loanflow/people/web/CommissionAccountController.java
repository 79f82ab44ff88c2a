package io.loanflow.people.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.people.BrokerDirectory;
import io.loanflow.people.CommissionAccount;
import io.loanflow.people.CommissionAccounts;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/brokers/{id}/commission-account}. */
@RestController
@Tag(name = "People")
class CommissionAccountController {

    private final CommissionAccounts accounts;
    private final BrokerDirectory brokers;
    private final BrokerResources resources;
    private final CurrentUser currentUser;

    CommissionAccountController(
            CommissionAccounts accounts, BrokerDirectory brokers, BrokerResources resources, CurrentUser currentUser) {
        this.accounts = accounts;
        this.brokers = brokers;
        this.resources = resources;
        this.currentUser = currentUser;
    }

    @PutMapping("/api/brokers/{id}/commission-account")
    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts", "broker"})
    @Operation(summary = "Enter where a broker's commission is paid to; once filled in, accounts and admins only")
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
}
