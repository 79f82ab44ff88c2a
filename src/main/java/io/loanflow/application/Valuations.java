package io.loanflow.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the securities are worth, where their owners have not said. */
@Component
public class Valuations {

    private final LoanApplications applications;
    private final InputReader inputs;
    private final CurrentUser currentUser;
    private final Clock clock;

    Valuations(LoanApplications applications, InputReader inputs, CurrentUser currentUser, Clock clock) {
        this.applications = applications;
        this.inputs = inputs;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    record Entered(
            @NotNull(message = "is needed") @Money(zero = false) @Nullable
            BigDecimal valuationAmount,

            @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate valuationDate) {}

    /** A security without a value is outstanding until a review has valued all of them. */
    static boolean isOutstanding(LoanApplication application) {
        return application.valuation() == null
                && application.data().securitiesOrNone().stream()
                        .anyMatch(security -> security.estimatedValue() == null);
    }

    /**
     * Records what a review found.
     *
     * @param entered {@code valuationAmount} in AUD, {@code valuationDate} where known
     * @throws Problem 400 with every violation
     */
    public void record(String reference, Map<String, Object> entered) {
        var tree = JsonNodeFactory.instance.objectNode();
        entered.forEach((name, value) -> tree.put(snake(name), value.toString()));
        var value = inputs.read(tree, Entered.class);
        if (value.valuationAmount() == null) {
            throw new IllegalStateException("A valuation without an amount was let through");
        }
        applications.recordValuation(
                reference,
                new LoanApplication.Valuation(
                        value.valuationAmount(),
                        value.valuationDate(),
                        null,
                        currentUser.get().userId()),
                clock.instant());
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
