package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http.Answer;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** New terms for a running loan. */
@LoanflowIT
@Tag("service")
class ExtensionIT {

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    ExtensionIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeEach
    void fund() {
        loan = money.funded(500_000, 360);
    }

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    @Test
    void halfAMillionAtFivePerCentTakes286PaymentsOf3000() {
        var firstDue = repayment(0).path("due_date").asText();
        var answer = extend("{\"rate\": 5, \"repayment\": 3000}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("number_of_payments").asInt()).isEqualTo(286);
        assertThat(MoneyCalls.number(answer.json(), "advance")).isZero();
        var lines = answer.json().at("/schedule/lines");
        assertThat(lines).hasSize(286);
        assertThat(lines.get(0).path("due_date").asText()).isEqualTo(firstDue);
        assertThat(MoneyCalls.number(lines.get(0), "payment")).isEqualByComparingTo("3000");
        assertThat(MoneyCalls.number(lines.get(0), "interest")).isEqualByComparingTo("2083.33");
        assertThat(MoneyCalls.number(lines.get(285), "balance")).isZero();
        assertThat(money.get("client", loan, "schedule").status()).isEqualTo(404);
        assertThat(money.get("broker", loan, "schedule").json())
                .isEqualTo(answer.json().path("schedule"));
        assertThat(money.items(loan, "repayments")).hasSize(286);
        assertThat(money.items(loan, "ledger")).hasSize(1);
        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("500000");
    }

    @Test
    void aLargerAmountIsAFurtherAdvance() {
        var due = money.today().plusDays(40);
        var answer =
                extend("{\"rate\": \"6.1234\", \"amount\": \"500000.01\", \"repayment\": 5000, \"first_due\": \"%s\"}"
                        .formatted(due));

        assertThat(MoneyCalls.number(answer.json(), "advance")).isEqualByComparingTo("0.01");
        assertThat(answer.json().at("/schedule/lines/0/due_date").asText()).isEqualTo(due.toString());
        var ledger = money.items(loan, "ledger");
        assertThat(ledger).hasSize(2);
        assertThat(ledger.get(1).path("type").asText()).isEqualTo("disbursement");
        assertThat(MoneyCalls.number(ledger.get(1), "balance")).isEqualByComparingTo("500000.01");
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("500000.01");
    }

    /** One instalment is paid, one is due and not paid, one is paid in part, and all of them stay. */
    @Test
    void whatIsPaidOrDueStays() {
        money.pay(loan, MoneyCalls.number(repayment(0), "amount"));
        var days = new Servicing(money.lending(), loan);
        days.on(LocalDate.parse(repayment(1).path("due_date").asText()));
        var before = money.items(loan, "repayments");
        var principal = money.figure(loan, "principal");
        var answer = extend("{\"rate\": 5, \"amount\": 600000, \"repayment\": 4000}");

        assertThat(answer.status()).isEqualTo(201);
        var after = money.items(loan, "repayments");
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(after.get(2).path("number").asInt()).isEqualTo(3);
        assertThat(after.get(2).path("id")).isNotEqualTo(before.get(2).path("id"));
        assertThat(after.get(2).path("due_date")).isEqualTo(before.get(2).path("due_date"));
        var left = principal.subtract(MoneyCalls.number(before.get(1), "principal"));
        assertThat(MoneyCalls.number(answer.json(), "advance"))
                .isEqualByComparingTo(new BigDecimal("600000").subtract(left));
        assertThat(money.figure(loan, "principal"))
                .isEqualByComparingTo(
                        MoneyCalls.number(before.get(1), "principal").add(new BigDecimal("600000")));
    }

    @Test
    void whatIsPaidInPartStays() {
        money.pay(loan, 10);
        var first = repayment(0);
        extend("{\"rate\": 5, \"repayment\": 3000}");

        assertThat(repayment(0)).isEqualTo(first);
        assertThat(repayment(1).path("amount").asInt()).isEqualTo(3000);
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("500000");
    }

    /** The interest of a month at 5 % is 2,083.33 and a third of a cent; 2,411 pays the loan off in 480 months, 2,410 does not. */
    @ParameterizedTest
    @CsvSource({
        "5, , 2083.33, /repayment",
        "5, , 0.01, /repayment",
        "5, , 2083.34, /repayment",
        "5, , 2410, /repayment",
        "5, , 2411, ''",
        "50, 100000000, 4166666.66, /repayment",
        "5, 499999.99, 3000, /amount",
        "5, 1000, 3000, /amount",
        "0.0001, , 5, /repayment",
        "5, 499999.99, 1, /amount /repayment"
    })
    void refusesTermsThatNeverPayTheLoanOff(String rate, String amount, String repayment, String pointers) {
        var before = money.booked(loan);
        var answer = extend("{\"rate\": %s, \"amount\": %s, \"repayment\": %s}".formatted(rate, amount, repayment));

        assertThat(answer.status()).isEqualTo(pointers.isEmpty() ? 201 : 422);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
        assertThat(money.booked(loan).equals(before)).isEqualTo(!pointers.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rate': -1, 'repayment': 3000} | /rate",
                "{'rate': 50.0001, 'repayment': 30000} | /rate",
                "{'rate': 51, 'repayment': 30000} | /rate",
                "{'rate': 5.00001, 'repayment': 3000} | /rate",
                "{'rate': 'x', 'repayment': 3000} | /rate",
                "{'rate': 0, 'repayment': 3000} | /rate",
                "{'rate': 5, 'repayment': 0} | /repayment",
                "{'rate': 5, 'repayment': -3000} | /repayment",
                "{'rate': 5, 'repayment': 3000.001} | /repayment",
                "{'rate': 5, 'repayment': 1e15} | /repayment",
                "{'rate': 5, 'repayment': 3000, 'amount': 0} | /amount",
                "{'rate': 5, 'repayment': 3000, 'amount': 600000.001} | /amount",
                "{'rate': 5, 'repayment': 3000, 'amount': 100000000.01} | /amount",
                "{'rate': 5, 'repayment': 3000, 'first_due': 'soon'} | /first_due",
                "{'rate': 5, 'repayment': 3000, 'term': 12} | /term",
                "{} | /rate /repayment",
                "{'rate': true, 'repayment': [], 'amount': {}, 'first_due': 1, 'x': 1} | /rate /amount /repayment /first_due /x",
            })
    void refusesTermsThatAreNone(String body, String pointers) {
        var before = money.booked(loan);
        var answer = extend(body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(money.booked(loan)).isEqualTo(before);
    }

    @Test
    void takesNoRateOnlyForAProductThatAllowsIt() {
        var free = money.funded(application -> application
                .put("loan_amount", 12_000)
                .put("loan_term", 12)
                .put("interest_rate", 0)
                .put("product", "interest_free"));
        var answer = money.post(free, "extension", "{\"rate\": 0, \"repayment\": 500}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("number_of_payments").asInt()).isEqualTo(24);
    }

    @Test
    void theFirstNewInstalmentIsDueInAReasonableTime() {
        var today = money.today();
        var due = LocalDate.parse(repayment(0).path("due_date").asText());
        for (var day : List.of(today, today.minusDays(1), due.plusYears(1).plusDays(1), LocalDate.of(9999, 1, 1))) {
            var answer = extend("{\"rate\": 5, \"repayment\": 3000, \"first_due\": \"" + day + "\"}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/first_due");
        }
        assertThat(extend("{\"rate\": 5, \"repayment\": 3000, \"first_due\": \"" + today.plusDays(1) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aLoanIsExtendedTwiceAndThenPaidOut() {
        extend("{\"rate\": 5, \"repayment\": 3000}");
        extend("{\"rate\": 4, \"amount\": 510000, \"repayment\": 6000}");

        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("510000");
        assertThat(money.pay(loan, 510_000).status()).isEqualTo(201);
        loan.isIn("closed");
    }

    @Test
    void aRepeatedCallExtendsOnce() {
        var payer = money.payer();
        var body = "{\"rate\": 5, \"amount\": 510000, \"repayment\": 3000}";
        var first = payer.post(MoneyCalls.path(loan, "extension"), body);
        var again = payer.post(MoneyCalls.path(loan, "extension"), body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(money.items(loan, "ledger")).hasSize(2);
    }

    @Test
    void onlyARunningLoanIsExtended() {
        var early = money.lending().aLoan();
        assertThat(money.as("admin")
                        .post(MoneyCalls.path(early, "extension"), "{\"rate\": 5, \"repayment\": 3000}")
                        .status())
                .isEqualTo(409);
    }

    private JsonNode repayment(int index) {
        return money.items(loan, "repayments").get(index);
    }

    private Answer extend(String body) {
        return money.post(loan, "extension", body);
    }
}
