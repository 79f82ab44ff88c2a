package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanflow.application.TransitionRequest;
import io.loanflow.servicing.Fee;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Servicing;
import io.loanflow.testing.StatementCounting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a move costs the database, in SQL statements; a batch counts as one. */
@LoanflowIT
@Tag("service")
class TransitionCostIT {

    /** Statements of the engine, of our rows and of the checks together; raise it only knowing why. */
    private static final Map<String, Integer> BOUNDS = Map.of(
            "processing", 70,
            "approved", 96,
            "settlement", 90,
            "funded", 96,
            "closed", 92);

    private final Lending lending;

    @Autowired
    TransitionCostIT(ApplicationContext context) {
        this.lending = new Lending(context);
    }

    @Test
    void everyMoveStaysUnderItsBound() {
        lending.aLoan().reaches("closed");
        var loan = lending.aLoan();
        var costs = new LinkedHashMap<String, Long>();
        measure(loan, "broker", "processing", costs);
        measure(loan, "credit", "approved", costs);
        loan.reaches("settlement").movedBy("bd", "approved", "a signature is missing");
        await().until(() ->
                loan.transitions("bd").stream().anyMatch(way -> way.to().equals("settlement") && way.allowed()));
        measure(loan, "bd", "settlement", costs);
        loan.finishChecklist();
        measure(loan, "accounts", "funded", costs);
        var money = new Servicing(lending, loan);
        money.fees(Fee.UNPAID).forEach(money::paysFee);
        var owed = money.payout().loan();
        costs.put("closed", StatementCounting.during(() -> money.pays(owed)));

        System.out.println("[tests] SQL statements by transition: " + costs);
        assertThat(costs)
                .allSatisfy((stage, cost) ->
                        assertThat(cost).as("statements to reach " + stage).isLessThanOrEqualTo(BOUNDS.get(stage)));
    }

    @Test
    void fundingCostsTheSameWhateverTheTerm() {
        var statements = new TreeSet<Long>();
        var rows = new TreeSet<Long>();
        lending.aFundedLoan(application -> application.put("loan_term", 12));
        for (int months : new int[] {12, 360}) {
            var loan = lending.aLoan(application -> application.put("loan_term", months));
            statements.add(StatementCounting.during(() -> lending.fund(loan)));
            rows.add(new Servicing(lending, loan.isIn("funded")).engineRows());
        }
        assertThat(statements).as("statements").hasSize(1);
        assertThat(rows).as("rows of the engine").hasSize(1).allMatch(count -> count > 0);
    }

    private static void measure(Loan loan, String group, String to, Map<String, Long> costs) {
        costs.put(to, StatementCounting.during(() -> loan.moved(group, new TransitionRequest(to, null, null, null))));
    }
}
