package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The money goes out, and the application is not closed before it is back. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class ConfirmFundingIT {

    private final MoneyCalls money;
    private Loan waiting;

    @Autowired
    ConfirmFundingIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeAll
    void settle() {
        waiting = settled();
    }

    @Test
    void theFormsValuesMakeTheLoan() {
        var loan = settled();
        var firstDue = money.today().plusDays(45);
        var answer = confirm(
                loan,
                "{\"fundedOn\": \"%s\", \"fundedAmount\": \"399000.50\", \"firstDue\": \"%s\"}"
                        .formatted(money.today(), firstDue));

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        loan.isIn("funded");
        var schedule = money.get("broker", loan, "schedule").json();
        assertThat(schedule.path("lines")).hasSize(360);
        assertThat(schedule.at("/lines/0/due_date").asText()).isEqualTo(firstDue.toString());
        assertThat(schedule.at("/lines/1/due_date").asText())
                .isEqualTo(firstDue.plusMonths(1).toString());
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("399000.5");
        assertThat(money.figure(loan, "fees")).as("raised by the approval").isEqualByComparingTo("2800");
        assertThat(money.items(loan, "ledger")).hasSize(5);
    }

    @Test
    void anAmountAsANumberIsTakenToo() {
        var loan = settled();

        assertThat(confirm(loan, "{\"fundedAmount\": 390000.25}").status()).isEqualTo(204);
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("390000.25");
    }

    @Test
    void nothingSaidIsTodayAndTheApprovedAmount() {
        var loan = settled();
        var moved = money.post(loan, "transitions", "{\"to\": \"funded\"}");

        assertThat(moved.status()).isEqualTo(200);
        loan.isIn("funded");
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("400000");
        var first = LocalDate.parse(
                money.items(loan, "repayments").get(0).path("due_date").asText());
        assertThat(first).isEqualTo(money.today().plusMonths(1));
        assertCannotBeClosed(loan);
    }

    private void assertCannotBeClosed(Loan loan) {
        var refused = money.post(loan, "transitions", "{\"to\": \"closed\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("still_owed");
        assertThat(refused.text()).contains("400000.00", "2800.00");
        assertThat(money.as("bd")
                        .post(MoneyCalls.path(loan, "transitions"), "{\"to\": \"closed\"}")
                        .status())
                .isEqualTo(403);
        loan.isIn("funded");
    }

    @ParameterizedTest
    @CsvSource({
        "fundedAmount, 400000.01", "fundedAmount, 0", "fundedAmount, -1", "fundedAmount, 1.001", "fundedAmount, 1e15",
        "fundedAmount, abc", "fundedAmount, NaN", "fundedOn, 2026-02-30", "fundedOn, soon", "fundedOn, 9999-12-31",
        "fundedOn, 2020-01-01", "firstDue, 2020-01-01", "firstDue, 9999-12-31", "firstDue, 31/01/2027"
    })
    void valuesThatCannotBeLeaveItInSettlement(String field, String value) {
        assertRefused("{\"" + field + "\": \"" + value + "\"}", field);
    }

    @Test
    void daysBesideTheBoundsAreRefused() {
        var today = money.today();
        assertRefused("{\"fundedOn\": \"" + today.plusDays(1) + "\"}", "fundedOn");
        assertRefused("{\"fundedOn\": \"" + today.minusDays(1) + "\"}", "fundedOn");
        assertRefused("{\"firstDue\": \"" + today + "\"}", "firstDue");
        assertRefused("{\"firstDue\": \"" + today.plusYears(1).plusDays(1) + "\"}", "firstDue");
        assertRefused(
                "{\"fundedOn\": \"9999-01-01\", \"fundedAmount\": \"500000\", \"firstDue\": \"2020-01-01\"}",
                "fundedOn",
                "fundedAmount",
                "firstDue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"approved\": true}", "{\"reference\": \"APP-ZZZZZZZZ\"}", "{\"fundedBy\": \"me\"}"})
    void fieldsThatTheFormDoesNotHaveAreRefused(String body) {
        assertThat(confirm(waiting, body).status()).isEqualTo(400);
        assertStillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "credit", "client"})
    void onlyAccountsConfirm(String group) {
        assertThat(money.as(group).post(task(waiting), "{}").status()).isEqualTo(404);
        assertThat(money.as(group)
                        .post(MoneyCalls.path(waiting, "transitions"), "{\"to\": \"funded\"}")
                        .status())
                .isIn(403, 404);
        assertStillWaiting();
    }

    @Test
    void nothingIsPaidBeforeTheFunding() {
        assertThat(money.pay(waiting, 10).status()).isEqualTo(409);
        assertThat(money.post(waiting, "extension", "{\"rate\": 5, \"repayment\": 3000}")
                        .status())
                .isEqualTo(409);
        assertThat(money.get("accounts", waiting, "payout-figure").status()).isEqualTo(409);
        assertStillWaiting();
    }

    private void assertRefused(String body, String... fields) {
        var answer = confirm(waiting, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.pointers())
                .extracting(pointer -> pointer.substring(1))
                .contains(fields)
                .containsOnly(fields);
        assertStillWaiting();
    }

    private void assertStillWaiting() {
        waiting.isIn("settlement");
        assertThat(money.booked(waiting)).startsWith("-\n").doesNotContain("disbursement");
    }

    private Loan settled() {
        return money.lending().aLoan().reaches("settlement").finishChecklist();
    }

    private Answer confirm(Loan loan, String body) {
        return money.as("accounts").post(task(loan), body);
    }

    private static String task(Loan loan) {
        return "/api/tasks/" + loan.task("Activity_ConfirmFunding").id() + "/complete";
    }
}
