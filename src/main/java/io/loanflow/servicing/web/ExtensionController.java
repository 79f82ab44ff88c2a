package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.ExtensionTerms;
import io.loanflow.servicing.Extensions;
import io.loanflow.servicing.LoanAccess;
import io.loanflow.servicing.Schedule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New terms for a running loan. */
@RestController
@Tag(name = "Money")
class ExtensionController {

    private final Extensions extensions;
    private final LoanAccess access;
    private final InputReader inputs;
    private final CurrentUser currentUser;

    ExtensionController(Extensions extensions, LoanAccess access, InputReader inputs, CurrentUser currentUser) {
        this.extensions = extensions;
        this.access = access;
        this.inputs = inputs;
        this.currentUser = currentUser;
    }

    /**
     * @param rate in % a year
     * @param amount in AUD: what is owed under the new terms; absent: what is not due yet
     * @param repayment in AUD, each period
     * @param firstDue when the first new instalment is due; absent: when the first that it replaces was
     */
    record NewTerms(
            @NotNull(message = "is needed") @Nullable BigDecimal rate,
            @Money(zero = false) @Nullable BigDecimal amount,

            @NotNull(message = "is needed") @Money(zero = false) @Nullable
            BigDecimal repayment,

            @Nullable LocalDate firstDue) {

        ExtensionTerms terms() {
            return new ExtensionTerms(
                    Objects.requireNonNull(rate), amount, Objects.requireNonNull(repayment), firstDue);
        }
    }

    /** @param advance in AUD, paid out in addition */
    record Extension(int numberOfPayments, BigDecimal advance, Schedule schedule) {}

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/applications/{reference}/extension")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put what is still to come on new terms")
    @Refuses({403, 404, 409, 422})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewTerms.class)))
    Extension extend(@PathVariable String reference, @RequestBody JsonNode body) {
        access.write(reference, currentUser.get());
        var extended =
                extensions.extend(reference, inputs.read(body, NewTerms.class).terms(), currentUser.get());
        return new Extension(extended.numberOfPayments(), extended.advance(), Schedule.of(extended.schedule()));
    }
}
