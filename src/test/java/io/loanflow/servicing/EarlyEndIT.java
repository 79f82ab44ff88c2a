package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.Servicing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Loans that are paid out before their last day, and what becomes of that. */
@LoanflowIT
@Tag("service")
class EarlyEndIT {

    private final ApplicationContext context;
    private final Loan loan;
    private final Servicing money;
    private final List<Instalment> agreed;

    @Autowired
    EarlyEndIT(ApplicationContext context) {
        this.context = context;
        var lending = new Lending(context);
        this.loan = lending.aFundedLoan(application ->
                application.put("loan_amount", 12000).put("loan_term", 12).put("interest_rate", 6));
        this.money = new Servicing(lending, loan);
        this.agreed = money.instalments();
    }

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    /** A fee is owed, so the loan runs on after the early end. */
    @Test
    void isUndoneWhenAnEarlierPaymentBounces() {
        raiseAFee();
        var first = money.pays("9000.00");
        var second = money.pays(money.payout().loan());
        assertThat(money.instalments()).hasSize(1).allMatch(Instalment::isPaid);
        money.on(agreed.get(0).dueDate().plusDays(3));

        money.reverses(first);
        money.firesWhatIsDue();

        assertThat(lines()).isEqualTo(linesOf(agreed));
        assertThat(LoanAccount.sum(money.instalments(), line -> line.paid().total()))
                .isEqualByComparingTo(second.amount());
        assertThat(balance()).isEqualByComparingTo("9160.00");
        assertThat(money.payout().principal()).isEqualByComparingTo("9165.39");
        assertThat(money.payout(agreed.get(11).dueDate()).interestDue()).isGreaterThan(new BigDecimal("200"));
        loan.isIn("funded");
    }

    /** Received before the first due date, recorded after it, when that interest was charged already. */
    @Test
    void countsFromTheDayOfTheReceiptHoweverLateItIsRecorded() {
        var received = agreed.get(0).dueDate().minusDays(3);
        var quoted = money.payout(received);
        assertThat(quoted.interestAccrued())
                .isPositive()
                .isLessThan(agreed.get(0).interest());
        money.on(agreed.get(0).dueDate().plusDays(2));
        assertThat(types()).containsExactly("disbursement", "interest");
        assertThat(money.payout(received)).isEqualTo(quoted);

        money.pays(quoted.loan(), received);

        loan.isIn("closed");
        assertThat(types()).containsExactly("disbursement", "interest", "payment", "reversal", "interest");
        assertThat(balance()).isEqualByComparingTo("0.00");
    }

    @Test
    void bringsChargedInterestBackWhenItIsUndone() {
        raiseAFee();
        money.on(agreed.get(0).dueDate().plusDays(2));
        var received = agreed.get(0).dueDate().minusDays(3);
        var payment = money.pays(money.payout(received).loan(), received);

        money.reverses(payment);
        money.firesWhatIsDue();

        assertThat(lines()).isEqualTo(linesOf(agreed));
        assertThat(balance()).isEqualByComparingTo("12160.00");
        var again = money.pays(money.payout(received).loan(), received);
        money.reverses(again);
        assertThat(balance()).isEqualByComparingTo("12160.00");
    }

    private void raiseAFee() {
        var fee = new Fee.New("other", "Other fee", new BigDecimal("100.00"), LocalDate.now(clock()), false);
        money.byTheCashier(() -> context.getBean(FeeCharges.class).raise(loan.reference(), fee, money.cashier()));
    }

    private Clock clock() {
        return context.getBean(Clock.class);
    }

    private List<String> lines() {
        return linesOf(money.instalments());
    }

    private static List<String> linesOf(List<Instalment> lines) {
        return lines.stream()
                .map(line -> line.id() + " " + line.dueDate() + " " + line.interest() + " " + line.principal())
                .toList();
    }

    private List<String> types() {
        return money.ledger().stream().map(LedgerEntry::type).toList();
    }

    private BigDecimal balance() {
        var ledger = money.ledger();
        return ledger.get(ledger.size() - 1).balance();
    }
}
