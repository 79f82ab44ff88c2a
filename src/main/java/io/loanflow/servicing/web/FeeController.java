package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Line;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.Fee;
import io.loanflow.servicing.FeeCharges;
import io.loanflow.servicing.LoanAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fees: raised, paid, waived, refunded. */
@RestController
@Tag(name = "Money")
class FeeController {

    private final FeeCharges charges;
    private final LoanAccess access;
    private final InputReader inputs;
    private final CurrentUser currentUser;
    private final Clock clock;

    FeeController(FeeCharges charges, LoanAccess access, InputReader inputs, CurrentUser currentUser, Clock clock) {
        this.charges = charges;
        this.access = access;
        this.inputs = inputs;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    record NewFee(
            @NotNull(message = "is needed") @OneOf({"broker", "other"}) @Nullable
            String type,

            @Line @Size(max = 200, message = "has at most {max} characters") @Nullable
            String description,

            @NotNull(message = "is needed")
            @Money(zero = false)
            @DecimalMax(value = "1000000", message = "is at most {value}")
            @Nullable
            BigDecimal amount,

            @FutureOrPresent(message = "cannot be in the past") @Nullable
            LocalDate dueDate) {

        Fee.New fee(LocalDate today) {
            var kind = Objects.requireNonNull(type);
            return new Fee.New(
                    kind,
                    Optional.ofNullable(description).orElse(kind.equals("broker") ? "Broker fee" : "Other fee"),
                    Objects.requireNonNull(amount).setScale(2),
                    Optional.ofNullable(dueDate).orElse(today),
                    false);
        }
    }

    record Paid(
            @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate receivedOn,

            @Line @Size(max = 100, message = "has at most {max} characters") @Nullable
            String externalReference) {}

    record Reason(
            @Line @Size(max = 1000, message = "has at most {max} characters") @Nullable
            String reason) {}

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @GetMapping("/api/applications/{reference}/fees")
    @Operation(summary = "The fees of an application, oldest first")
    @Refuses({403, 404})
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Items<Fee> list(@PathVariable String reference) {
        access.read(reference, currentUser.get());
        return new Items<>(charges.of(reference));
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/applications/{reference}/fees")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Raise a fee by hand: a broker's, or any other")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewFee.class)))
    Fee raise(@PathVariable String reference, @RequestBody JsonNode body) {
        access.write(reference, currentUser.get());
        return charges.raise(reference, inputs.read(body, NewFee.class).fee(today()), currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/fees/{id}/payment")
    @Operation(summary = "Record that a fee is paid")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Paid.class)))
    Fee pay(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
        charges.requireWriter(id, currentUser.get());
        var paid = body == null ? new Paid(null, null) : inputs.read(body, Paid.class);
        var on = Optional.ofNullable(paid.receivedOn()).orElseGet(this::today);
        return charges.pay(id, new Fee.Deed(on, paid.externalReference(), null), currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/fees/{id}/waiver")
    @Operation(summary = "Waive a fee that is not paid")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reason.class)))
    Fee waive(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
        return charges.waive(id, deed(id, body), currentUser.get());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/fees/{id}/refund")
    @Operation(summary = "Give the money of a paid fee back")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reason.class)))
    Fee refund(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
        return charges.refund(id, deed(id, body), currentUser.get());
    }

    private Fee.Deed deed(long id, @Nullable JsonNode body) {
        charges.requireWriter(id, currentUser.get());
        var reason = body == null ? null : inputs.read(body, Reason.class).reason();
        return new Fee.Deed(today(), null, reason);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
