package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.platform.Blank;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the terms that somebody enters with an approval, by the same rules at every door. */
@Component
public class EnteredTerms {

    /** Names of the inputs, as the form {@code decideCredit} has them. */
    static final String AMOUNT = "termsAmount";

    static final String TERM = "termsTerm";
    static final String RATE = "termsRate";
    static final String EXPIRY = "termsExpiry";
    static final String CONDITIONS = "termsConditions";

    /** The same by the names that the API gives to them. */
    static final Map<String, String> INPUTS =
            Map.of("amount", AMOUNT, "term", TERM, "rate", RATE, "expiry", EXPIRY, "conditions", CONDITIONS);

    private final InputReader inputs;
    private final LoanLimits limits;
    private final Clock clock;

    EnteredTerms(InputReader inputs, LoanLimits limits, Clock clock) {
        this.inputs = inputs;
        this.limits = limits;
        this.clock = clock;
    }

    /** The shape of what is entered; amounts as in the application. */
    record Entered(
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            @Nullable LocalDate expiry,

            @Size(max = 50, message = "has at most {max} entries") @Nullable
            List<@NotNull(message = "is needed") @Size(max = 1000, message = "has at most {max} characters") String>
                    conditions) {}

    /**
     * Checks terms, whatever they come with: a move that takes none does not take nonsense either.
     *
     * @throws Problem 400 with every violation, pointers under {@code /terms}
     */
    void check(LoanApplication application, JsonNode terms) {
        checked(application, terms);
    }

    /**
     * @param entered inputs by name; what is absent is as applied for
     * @throws Problem 400 with every violation, pointers under {@code /terms}
     */
    public Terms read(LoanApplication application, Map<String, Object> entered) {
        var value = checked(application, tree(entered));
        var asked = Terms.asAppliedFor(application);
        return new Terms(
                value.amount() == null ? asked.amount() : value.amount(),
                value.term() == null ? asked.term() : value.term(),
                value.rate() == null ? asked.rate() : value.rate(),
                value.expiry(),
                value.conditions() == null
                        ? List.of()
                        : value.conditions().stream()
                                .filter(line -> line != null)
                                .toList());
    }

    private Entered checked(LoanApplication application, JsonNode terms) {
        var reading = inputs.tryRead(terms, Entered.class);
        var violations = new ArrayList<>(reading.violations());
        var value = reading.value();
        if (value != null) {
            check(value, application, violations);
        }
        if (value == null || !violations.isEmpty()) {
            throw Problem.badInput(
                    violations.stream().map(one -> one.under("/terms")).toList());
        }
        return value;
    }

    private void check(Entered value, LoanApplication application, List<Violation> violations) {
        violations.addAll(limits.checkTerms(
                value.amount(), value.term(), value.rate(), application.data().product()));
        if (value.expiry() != null && !value.expiry().isAfter(LocalDate.now(clock))) {
            violations.add(new Violation("/expiry", "not_in_future", "The approval has to expire in the future."));
        }
    }

    private static JsonNode tree(Map<String, Object> entered) {
        var tree = JsonNodeFactory.instance.objectNode();
        INPUTS.forEach((field, input) -> {
            if (!CONDITIONS.equals(input) && entered.get(input) != null) {
                tree.put(field, entered.get(input).toString());
            }
        });
        if (entered.get(CONDITIONS) != null) {
            var lines = tree.putArray("conditions");
            entered.get(CONDITIONS)
                    .toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !Blank.is(line))
                    .forEach(lines::add);
        }
        return tree;
    }
}
