package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.FundingCalculator;
import io.loanflow.servicing.FundingRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is left of a loan when it is paid out. */
@RestController
@Tag(name = "Money")
class FundingController {

    private final FundingCalculator calculator;
    private final CurrentUser currentUser;

    FundingController(FundingCalculator calculator, CurrentUser currentUser) {
        this.calculator = calculator;
        this.currentUser = currentUser;
    }

    record Fundings(List<FundingResource> items) {}

    @OpenTo(
            value = OpenTo.Rows.ALL,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @PostMapping("/api/funding-calculations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Calculate fees and funds available; kept with the application, when one is named")
    @Refuses({403, 404})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = FundingRequest.class)))
    FundingResource calculate(@RequestBody JsonNode body) {
        return FundingResource.of(calculator.calculate(body, currentUser.get()));
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @GetMapping("/api/applications/{reference}/funding-calculations")
    @Operation(summary = "The funding calculations that are kept with an application, newest first")
    @Refuses({403, 404})
    Fundings kept(@PathVariable String reference) {
        return new Fundings(calculator.of(reference, currentUser.get()).stream()
                .map(FundingResource::of)
                .toList());
    }
}
