package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.Servicing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The ledger: one entry for each event, and no other. */
@LoanflowIT
@Tag("service")
class LedgerIT {

    private static final String ENTRY = "insert into ledger_entry (reference, number, at, type, amount, balance,"
            + " description, source) values ('%s', %s, now(), 'adjustment', %s, %s, 'x', '%s')";

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    LedgerIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeEach
    void fund() {
        loan = money.funded();
    }

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    @Test
    void hasOneEntryForEachEvent() {
        money.fee(money.raise(loan, 50), "payment");
        money.reverse(money.pay(loan, 100).json().path("id").asLong());
        money.fee(money.raise(loan, 60), "waiver");
        var refunded = money.raise(loan, 70);
        money.fee(refunded, "payment");
        money.fee(refunded, "refund");
        money.post(loan, "extension", "{\"rate\": 5, \"amount\": 30000, \"repayment\": 3000}");

        assertThat(entries())
                .containsExactly(
                        "disbursement 24000.00",
                        "fee 50.00",
                        "payment -50.00",
                        "payment -100.00",
                        "reversal 100.00",
                        "fee 60.00",
                        "waiver -60.00",
                        "fee 70.00",
                        "payment -70.00",
                        "reversal -70.00",
                        "refund 70.00",
                        "disbursement 6000.00");
        assertBalanceRuns();
    }

    @Test
    void takesInterestOnTheDayOnWhichItIsDue() {
        var due = LocalDate.parse(
                money.items(loan, "repayments").get(0).path("due_date").asText());
        var days = new Servicing(money.lending(), loan);
        days.on(due.minusDays(1));
        assertThat(entries()).containsExactly("disbursement 24000.00");
        days.on(due).on(due.plusDays(1));

        assertThat(entries()).containsExactly("disbursement 24000.00", "interest 110.00");
        assertBalanceRuns();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount = 1",
                "update ledger_entry set description = 'x' where false",
                "delete from ledger_entry",
                "delete from ledger_entry where false",
                "truncate ledger_entry",
                "set session_replication_role = replica; delete from ledger_entry",
                "insert into ledger_entry (id, reference, number, at, type, amount, balance, description, source)"
                        + " overriding system value select id, reference, number, at, type, amount, balance, description,"
                        + " source from ledger_entry on conflict (id) do update set amount = 1"
            })
    void cannotBeChanged(String statement) {
        assertThatThrownBy(() -> money.lending().database().sql(statement).update())
                .hasStackTraceContaining("ledger_entry is append-only");
    }

    /** What instalments and ledger follow from. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update payment set amount = amount + 1",
                "update payment set received_on = received_on - 1",
                "update payment set reversed_at = null, reversed_by = null where reversed_at is not null",
                "delete from payment",
                "update fee_event set reason = 'x'",
                "delete from fee_event",
                "update loan_extension set rate = 1",
                "delete from loan_extension",
                "truncate payment cascade"
            })
    void norCanWhatItFollowsFrom(String statement) {
        var other = money.funded();
        money.pay(other, 10);
        money.reverse(money.pay(other, 20).json().path("id").asLong());

        assertThatThrownBy(() -> money.lending().database().sql(statement).update())
                .hasStackTraceContaining("is append-only");
    }

    @Test
    void takesNoEntryThatDoesNotContinueIt() {
        for (var wrong : List.of(entry("1", "5", "24005"), entry("3", "5", "24005"), entry("2", "5", "24006"))) {
            assertThatThrownBy(() -> money.lending().database().sql(wrong).update())
                    .hasStackTraceContaining("does not continue the ledger");
        }
        assertThatThrownBy(() ->
                        money.lending().database().sql(entry("2", "0", "24000")).update())
                .hasStackTraceContaining("ledger_entry_amount_check");
        assertThatThrownBy(() -> money.lending()
                        .database()
                        .sql(entry("2", "'NaN'", "'NaN'"))
                        .update())
                .hasStackTraceContaining("_check");
        assertThat(money.lending().database().sql(entry("2", "5", "24005")).update())
                .isEqualTo(1);
        assertBalanceRuns();
    }

    private String entry(String number, String amount, String balance) {
        return ENTRY.formatted(loan.reference(), number, amount, balance, (number + amount + balance).replace("'", ""));
    }

    private List<String> entries() {
        return money.items(loan, "ledger").stream()
                .map(entry -> entry.path("type").asText() + " "
                        + MoneyCalls.number(entry, "amount").setScale(2))
                .toList();
    }

    private void assertBalanceRuns() {
        var balance = BigDecimal.ZERO;
        for (var entry : money.items(loan, "ledger")) {
            balance = balance.add(MoneyCalls.number(entry, "amount"));
            assertThat(MoneyCalls.number(entry, "balance")).isEqualByComparingTo(balance);
        }
    }
}
