package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Line;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.LoanAccess;
import io.loanflow.servicing.Payment;
import io.loanflow.servicing.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money received for instalments. */
@RestController
@Tag(name = "Money")
class PaymentController {

    private final Receipts receipts;
    private final LoanAccess access;
    private final InputReader inputs;
    private final CurrentUser currentUser;

    PaymentController(Receipts receipts, LoanAccess access, InputReader inputs, CurrentUser currentUser) {
        this.receipts = receipts;
        this.access = access;
        this.inputs = inputs;
        this.currentUser = currentUser;
    }

    record NewPayment(
            @NotNull(message = "is needed") @Money(zero = false) @Nullable
            BigDecimal amount,

            @NotNull(message = "is needed") @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate receivedOn,

            @NotNull(message = "is needed") @Line @Size(max = 100, message = "has at most {max} characters") @Nullable
            String externalReference) {

        Payment.Received received() {
            return new Payment.Received(
                    Objects.requireNonNull(amount).setScale(2),
                    Objects.requireNonNull(receivedOn),
                    Objects.requireNonNull(externalReference));
        }
    }

    record Reversal(
            @Line @Size(max = 1000, message = "has at most {max} characters") @Nullable
            String reason) {}

    /**
     * A payment as the API answers it; what is between the staff is null for the borrowers.
     *
     * @param status {@code received} or {@code reversed}
     */
    record PaymentResource(
            long id,
            BigDecimal amount,
            LocalDate receivedOn,
            String status,
            @Nullable Instant reversedAt,
            @Nullable String externalReference,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt,
            @Nullable String reversalReason) {

        static PaymentResource of(Payment payment, Viewer viewer) {
            boolean staff = viewer.in("admin", "credit", "accounts", "bd", "broker");
            return new PaymentResource(
                    payment.id(),
                    payment.amount(),
                    payment.receivedOn(),
                    payment.status(),
                    payment.reversedAt(),
                    staff ? payment.externalReference() : null,
                    staff ? payment.recordedBy() : null,
                    staff ? payment.recordedAt() : null,
                    staff ? payment.reversalReason() : null);
        }
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/applications/{reference}/payments")
    @Operation(summary = "What was received for the instalments, oldest first")
    @Refuses(404)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Items<PaymentResource> list(@PathVariable String reference) {
        var viewer = access.see(reference, currentUser.get());
        return new Items<>(receipts.of(reference).stream()
                .map(payment -> PaymentResource.of(payment, viewer))
                .toList());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/applications/{reference}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a payment; the header Idempotency-Key is needed")
    @Refuses({403, 404, 409, 422})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewPayment.class)))
    PaymentResource receive(
            @PathVariable String reference,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        var viewer = access.write(reference, currentUser.get());
        var payment = read(body, key);
        return PaymentResource.of(receipts.receive(reference, payment.received(), currentUser.get()), viewer);
    }

    private NewPayment read(JsonNode body, @Nullable String key) {
        var reading = inputs.tryRead(body, NewPayment.class);
        var violations = new ArrayList<>(reading.violations());
        if (key == null) {
            violations.add(new Violation(
                    "", "key_needed", "A payment needs the header Idempotency-Key, so that it is recorded once."));
        }
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return Objects.requireNonNull(reading.value());
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "accounts"})
    @PostMapping("/api/payments/{id}/reversal")
    @Operation(summary = "Take a payment back that was a mistake or bounced")
    @Refuses({403, 404, 409})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reversal.class)))
    PaymentResource reverse(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
        receipts.requireWriter(id, currentUser.get());
        var reason = body == null ? null : inputs.read(body, Reversal.class).reason();
        return PaymentResource.of(receipts.reverse(id, reason, currentUser.get()), currentUser.get());
    }
}
