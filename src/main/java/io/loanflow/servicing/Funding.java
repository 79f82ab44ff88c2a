package io.loanflow.servicing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.application.Approval;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.LoanApplications;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.input.Money;
import jakarta.validation.constraints.PastOrPresent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The money goes out: makes the loan of an approved application, with its schedule. */
@Component
public class Funding {

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final LoanApplications applications;
    private final ApprovalRegister approvals;
    private final Loans loans;
    private final Instalments instalments;
    private final Ledger ledger;
    private final InputReader inputs;
    private final CurrentUser currentUser;
    private final Clock clock;

    Funding(
            LoanApplications applications,
            ApprovalRegister approvals,
            Loans loans,
            Instalments instalments,
            Ledger ledger,
            InputReader inputs,
            CurrentUser currentUser,
            Clock clock) {
        this.applications = applications;
        this.approvals = approvals;
        this.loans = loans;
        this.instalments = instalments;
        this.ledger = ledger;
        this.inputs = inputs;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    record Entered(
            @PastOrPresent(message = "cannot be in the future") @Nullable
            LocalDate fundedOn,

            @Money(zero = false) @Nullable BigDecimal fundedAmount,
            @Nullable LocalDate firstDue) {}

    /**
     * Records that the money went out.
     *
     * @param entered {@code fundedOn}, today without it; {@code fundedAmount} in AUD, the approved amount without it;
     *     {@code firstDue}, one period later without it
     * @throws Problem 400 with every violation
     */
    public void record(String reference, Map<String, Object> entered) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        var approval = approvals
                .newest(reference)
                .orElseThrow(() -> Problem.conflict("There is no approval whose amount could be paid out.", Map.of()));
        var values = read(entered, approval);
        var on = Optional.ofNullable(values.fundedOn()).orElseGet(() -> LocalDate.now(clock));
        var amount = Optional.ofNullable(values.fundedAmount()).orElse(approval.amount());
        var loan = FundedLoan.of(application, approval, amount, on);
        var by = currentUser.find().map(Viewer::userId).orElse(null);
        loans.add(loan, by, clock.instant());
        instalments.add(reference, Schedules.lines(loan, values.firstDue()));
        ledger.add(
                reference,
                new LedgerEntry.New("disbursement", amount, "Loan paid out on " + on, "loan"),
                by,
                clock.instant());
    }

    private Entered read(Map<String, Object> entered, Approval approval) {
        var tree = JsonNodeFactory.instance.objectNode();
        entered.forEach((name, value) -> tree.put(snake(name), value.toString()));
        var reading = inputs.tryRead(tree, Entered.class);
        var violations = new ArrayList<>(reading.violations());
        var values = reading.value();
        if (values != null) {
            check(values, approval, violations);
        }
        if (values == null || !violations.isEmpty()) {
            throw Problem.badInput(violations.stream().map(Funding::inTheForm).toList());
        }
        return values;
    }

    private void check(Entered values, Approval approval, List<Violation> violations) {
        if (values.fundedAmount() != null && values.fundedAmount().compareTo(approval.amount()) > 0) {
            violations.add(new Violation(
                    "/funded_amount",
                    "exceeds_approval",
                    "No more than the approved " + approval.amount() + " can be paid out."));
        }
        var approvedOn = approval.approvedAt().atZone(clock.getZone()).toLocalDate();
        var on = values.fundedOn() == null ? LocalDate.now(clock) : values.fundedOn();
        if (on.isBefore(approvedOn)) {
            violations.add(new Violation(
                    "/funded_on", "before_approval", "The loan was approved on " + approvedOn + ", not earlier."));
        }
        if (values.firstDue() != null
                && (!values.firstDue().isAfter(on) || values.firstDue().isAfter(on.plusYears(1)))) {
            violations.add(new Violation(
                    "/first_due",
                    "out_of_range",
                    "The first instalment is due after the money is paid out, within a year of it."));
        }
    }

    /** Points to the field as the form spells it, which is how it was sent. */
    private static Violation inTheForm(Violation violation) {
        var pointer = UNDERSCORE
                .matcher(violation.pointer())
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return new Violation(pointer, violation.code(), violation.detail());
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
